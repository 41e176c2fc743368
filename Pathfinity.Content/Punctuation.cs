using System.Text;

namespace Pathfinity.Content;

/// <summary>Marks where a text that is put together quotes another or ends with one.</summary>
internal static class Punctuation
{
    /// <summary>Quotation marks within quotation marks become single ones, line by line; a line whose marks do not pair stays.</summary>
    public static string Nested(string text)
    {
        if (!IsNested(text))
        {
            return text;
        }
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = Line(lines[i]);
        }
        return string.Join('\n', lines);
    }

    /// <summary>As <see cref="Nested"/>, and a sentence that ends in a mark of its own takes no period after it.</summary>
    public static string Ended(string text)
    {
        var once = text;
        foreach (var (two, one) in (ReadOnlySpan<(string, string)>)[("?. ", "? "), ("!. ", "! "), ("?”.", "?”"), ("!”.", "!”"), (".”.", ".”"), ("?; ", "? ")])
        {
            once = once.Replace(two, one, StringComparison.Ordinal);
        }
        once = once.EndsWith("?.", StringComparison.Ordinal) || once.EndsWith("!.", StringComparison.Ordinal) ? once[..^1] : once;
        return Nested(once);
    }

    private static bool IsNested(string text)
    {
        var depth = 0;
        foreach (var mark in text)
        {
            depth = mark switch { '“' => depth + 1, '”' => Math.Max(0, depth - 1), '\n' => 0, _ => depth };
            if (depth > 1)
            {
                return true;
            }
        }
        return false;
    }

    private static string Line(string line)
    {
        var (depth, nested) = (0, new StringBuilder(line.Length));
        foreach (var mark in line)
        {
            depth -= mark == '”' ? 1 : 0;
            if (depth < 0)
            {
                return line;
            }
            nested.Append((mark, depth % 2) switch { ('“', 1) => '‘', ('”', 1) => '’', _ => mark });
            depth += mark == '“' ? 1 : 0;
        }
        return depth == 0 ? nested.ToString() : line;
    }
}
