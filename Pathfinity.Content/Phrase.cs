using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Pathfinity.Content;

/// <summary>
/// Text that remembers which parts of it were filled in: write <c>Phrase stem = $"{name} has {n} rolls.";</c> and the
/// mask is "_ has _ rolls." Digits of the literal parts are masked too.
/// </summary>
[InterpolatedStringHandler]
public sealed class Phrase
{
    private const int SlotLength = 10; // usual, in characters
    private char[] text;
    private int length;
    private (int Start, int End)[] slots;
    private int slotCount;

    public Phrase(int literalLength, int formattedCount)
    {
        text = new char[literalLength + (SlotLength * formattedCount)];
        slots = new (int, int)[formattedCount];
    }

    public string Text => new(text, 0, length);

    public string Mask
    {
        get
        {
            var mask = ArrayPool<char>.Shared.Rent(length + slotCount);
            var (written, at) = (0, 0);
            foreach (var (start, end) in slots.AsSpan(0, slotCount))
            {
                written = Masked(mask, written, at, start);
                mask[written++] = '_';
                at = end;
            }
            var masked = new string(mask, 0, Masked(mask, written, at, length));
            ArrayPool<char>.Shared.Return(mask);
            return masked;
        }
    }

    public void AppendLiteral(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Append(value);
    }

    /// <summary>A phrase within a phrase keeps its own mask: it is wording, not a slot.</summary>
    public void AppendFormatted(Phrase? value)
    {
        if (value is not null)
        {
            foreach (var (start, end) in value.slots.AsSpan(0, value.slotCount))
            {
                AddSlot(length + start, length + end);
            }
            Append(value.text.AsSpan(0, value.length));
        }
    }

    public void AppendFormatted(string? value) => Slot(value);

    /// <summary>A number with a true minus sign.</summary>
    public void AppendFormatted(long value) => Slot(Words.Number(value));

    public void AppendFormatted<T>(T value, string? format = null) => Slot(value is IFormattable formattable
        ? formattable.ToString(format, CultureInfo.InvariantCulture)
        : value?.ToString());

    public override string ToString() => Text;

    /// <summary>Adds wording.</summary>
    internal void Append(ReadOnlySpan<char> wording)
    {
        if (length + wording.Length > text.Length)
        {
            Array.Resize(ref text, Math.Max(length + wording.Length, 2 * text.Length));
        }
        wording.CopyTo(text.AsSpan(length));
        length += wording.Length;
    }

    private int Masked(char[] mask, int written, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            mask[written++] = char.IsAsciiDigit(text[i]) ? '#' : text[i];
        }
        return written;
    }

    private void Slot(string? value)
    {
        AddSlot(length, length + (value?.Length ?? 0));
        Append(value);
    }

    private void AddSlot(int start, int end)
    {
        if (slotCount == slots.Length)
        {
            Array.Resize(ref slots, Math.Max(4, 2 * slotCount));
        }
        slots[slotCount++] = (start, end);
    }
}
