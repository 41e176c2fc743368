using System.Runtime.InteropServices;

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
    private readonly Dictionary<long, T> sums = [];
    private KeyValuePair<long, T>[]? sorted;

    public int Count => sums.Count;

    /// <summary>All of them by key; nothing may be added afterwards.</summary>
    public ReadOnlySpan<KeyValuePair<long, T>> Sorted
    {
        get
        {
            if (sorted is null)
            {
                sorted = [.. sums];
                Array.Sort(sorted, static (a, b) => a.Key.CompareTo(b.Key));
            }
            return sorted;
        }
    }

    /// <summary>The sum of a key, to add to: at its default when the key is new.</summary>
    public ref T this[int high, int low] =>
        ref CollectionsMarshal.GetValueRefOrAddDefault(sums, KeyedSums.Key(high, low), out _);

    /// <summary>One value of each sum, by key.</summary>
    public TValue[] Columns<TValue>(Func<long, T, TValue> value)
    {
        var values = new TValue[Sorted.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = value(sorted![i].Key, sorted[i].Value);
        }
        return values;
    }
}
