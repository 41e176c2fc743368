using System.Numerics;

namespace Pathfinity.Storage;

/// <summary>Sums by a key made of two integers.</summary>
internal static class KeyedSums
{
    public static long Key(int high, int low) => ((long)high << 32) | (uint)low;

    public static int High(long key) => (int)(key >> 32);

    public static int Low(long key) => (int)key;
}

/// <inheritdoc cref="KeyedSums"/>
internal sealed class KeyedSums<T>
    where T : struct
{
    private const ulong Spread = 0x9E3779B97F4A7C15; // 2^64 divided by the golden ratio
    private int[] slots = new int[64]; // a place in keys and sums, counted from 1; 0 where there is none
    private long[] keys = new long[32];
    private T[] sums = new T[32];
    private int last;
    private bool sorted = true;

    public int Count { get; private set; }

    /// <summary>The sum of a key, to add to until another key is asked for: at its default when the key is new.</summary>
    public ref T this[int high, int low]
    {
        get
        {
            var key = KeyedSums.Key(high, low);
            if (Count == 0 || keys[last] != key)
            {
                last = Place(key);
            }
            return ref sums[last];
        }
    }

    /// <summary>The keys in order; nothing may be added afterwards.</summary>
    public ReadOnlySpan<long> Keys
    {
        get
        {
            Sort();
            return keys.AsSpan(0, Count);
        }
    }

    /// <summary>The sums in the order of their keys; nothing may be added afterwards.</summary>
    public ReadOnlySpan<T> Values
    {
        get
        {
            Sort();
            return sums.AsSpan(0, Count);
        }
    }

    /// <summary>One value of each sum, by key.</summary>
    public TValue[] Columns<TValue>(Func<long, T, TValue> value)
    {
        Sort();
        var values = new TValue[Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = value(keys[i], sums[i]);
        }
        return values;
    }

    private int Place(long key)
    {
        for (var slot = SlotOf(key); ; slot = (slot + 1) & (slots.Length - 1))
        {
            var place = slots[slot] - 1;
            if (place < 0)
            {
                return Add(key, slot);
            }
            if (keys[place] == key)
            {
                return place;
            }
        }
    }

    private int Add(long key, int slot)
    {
        if (Count == keys.Length)
        {
            Grow();
            return Place(key);
        }
        sorted &= Count == 0 || keys[Count - 1] < key;
        keys[Count] = key;
        slots[slot] = ++Count;
        return Count - 1;
    }

    private void Grow()
    {
        Array.Resize(ref keys, 2 * Count);
        Array.Resize(ref sums, 2 * Count);
        slots = new int[2 * slots.Length];
        for (var place = 0; place < Count; place++)
        {
            var slot = SlotOf(keys[place]);
            while (slots[slot] != 0)
            {
                slot = (slot + 1) & (slots.Length - 1);
            }
            slots[slot] = place + 1;
        }
    }

    private int SlotOf(long key) => (int)(((ulong)key * Spread) >> (64 - BitOperations.Log2((uint)slots.Length)));

    private void Sort()
    {
        if (!sorted)
        {
            Array.Sort(keys, sums, 0, Count);
            (slots, last, sorted) = ([], 0, true);
        }
    }
}
