using System.Text;

namespace Pathfinity.Realism;

/// <summary>Records of RFC 4180 with the line on which each begins; quoted values may hold line breaks.</summary>
internal static class CsvRecords
{
    public static IEnumerable<(int Line, string[] Values)> Read(TextReader reader)
    {
        var (values, value, quoted, line, first) = (new List<string>(), new StringBuilder(), false, 1, 1);
        for (int next; (next = reader.Read()) >= 0;)
        {
            var letter = (char)next;
            line += letter == '\n' ? 1 : 0;
            if (quoted)
            {
                if (letter != '"')
                {
                    value.Append(letter);
                }
                else if (reader.Peek() == '"')
                {
                    value.Append((char)reader.Read());
                }
                else
                {
                    quoted = false;
                }
            }
            else if (letter == '"')
            {
                quoted = true;
            }
            else if (letter == ',')
            {
                Take(values, value);
            }
            else if (letter == '\n')
            {
                Take(values, value);
                if (values is not [""])
                {
                    yield return (first, [.. values]);
                }
                values.Clear();
                first = line;
            }
            else if (letter != '\r')
            {
                value.Append(letter);
            }
        }
        Take(values, value);
        if (values is not [""])
        {
            yield return (first, [.. values]);
        }
    }

    private static void Take(List<string> values, StringBuilder value)
    {
        values.Add(value.ToString());
        value.Clear();
    }
}
