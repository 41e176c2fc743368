using System.Runtime.CompilerServices;
using System.Text;

namespace Pathfinity.Storage;

/// <summary>Lines of a text that may be hostile: one that is too long is passed over instead of filling the memory.</summary>
internal static class BoundedLines
{
    public const int LineMax = 1 << 20; // characters
    private const int BlockChars = 1 << 14;

    /// <summary>Lines with their numbers from 1; null for one that is too long. Empty lines are left out.</summary>
    public static async IAsyncEnumerable<(long Number, string? Text)> ReadAsync(
        TextReader source, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (block, line, number, tooLong) = (new char[BlockChars], new StringBuilder(), 1L, false);
        int read;
        while ((read = await source.ReadAsync(block.AsMemory(), cancellation)) > 0)
        {
            for (var i = 0; i < read; i++)
            {
                if (block[i] != '\n')
                {
                    tooLong |= line.Length >= LineMax;
                    line = tooLong ? line.Clear() : line.Append(block[i]);
                    continue;
                }
                if (tooLong || !IsBlank(line))
                {
                    yield return (number, tooLong ? null : line.ToString());
                }
                (tooLong, line, number) = (false, line.Clear(), number + 1);
            }
        }
        if (tooLong || !IsBlank(line))
        {
            yield return (number, tooLong ? null : line.ToString());
        }
    }

    private static bool IsBlank(StringBuilder line) => line.Length == 0 || (line.Length == 1 && line[0] == '\r');
}
