using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Pathfinity.Content;

/// <summary>
/// Text that remembers which parts of it were filled in: write <c>Phrase stem = $"{name} has {n} rolls.";</c> and the
/// mask is "_ has _ rolls." Digits of the literal parts are masked too.
/// </summary>
[InterpolatedStringHandler]
public sealed class Phrase
{
    private readonly StringBuilder text;
    private readonly StringBuilder mask;

    public Phrase(int literalLength, int formattedCount)
    {
        text = new StringBuilder(literalLength + (8 * formattedCount));
        mask = new StringBuilder(literalLength + formattedCount);
    }

    public string Text => text.ToString();

    public string Mask => mask.ToString();

    public void AppendLiteral(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        text.Append(value);
        foreach (var c in value)
        {
            mask.Append(char.IsAsciiDigit(c) ? '#' : c);
        }
    }

    /// <summary>A phrase within a phrase keeps its own mask: it is wording, not a slot.</summary>
    public void AppendFormatted(Phrase? value)
    {
        if (value is not null)
        {
            text.Append(value.text);
            mask.Append(value.mask);
        }
    }

    public void AppendFormatted(string? value) => Slot(value);

    /// <summary>A number with a true minus sign.</summary>
    public void AppendFormatted(long value) => Slot(Words.Number(value));

    public void AppendFormatted<T>(T value, string? format = null) => Slot(value is IFormattable formattable
        ? formattable.ToString(format, CultureInfo.InvariantCulture)
        : value?.ToString());

    public override string ToString() => Text;

    private void Slot(string? value)
    {
        text.Append(value);
        mask.Append('_');
    }
}
