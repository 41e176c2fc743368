using System.Buffers;

namespace Pathfinity.Storage;

/// <summary>Passes on what COPY writes, counts its records, and ends those of CSV as RFC 4180 wants it: CR LF.</summary>
internal sealed class RecordWriter(TextWriter target, bool csv)
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\"\n");
    private bool quoted;

    /// <summary>Records so far, the header among them.</summary>
    public long Count { get; private set; }

    /// <param name="text">A piece that may begin and end anywhere.</param>
    public void Write(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(Marks) is var at and >= 0)
        {
            if (text[at] == '"')
            {
                quoted ^= csv;
            }
            else if (!quoted)
            {
                Count++;
                target.Write(text[..at]);
                target.Write(csv ? "\r\n" : "\n");
                text = text[(at + 1)..];
                continue;
            }
            target.Write(text[..(at + 1)]);
            text = text[(at + 1)..];
        }
        target.Write(text);
    }
}
