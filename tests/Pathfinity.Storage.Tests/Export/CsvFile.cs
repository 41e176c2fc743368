using System.Text;

namespace Pathfinity.Storage.Tests;

/// <summary>A CSV file read by the letter of RFC 4180; an empty field without quotes is null.</summary>
internal sealed class CsvFile
{
    private readonly string text;
    private int at;

    public CsvFile(string path)
    {
        text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path));
        Header = [.. Record().Select(name => name!)];
        var rows = new List<IReadOnlyDictionary<string, string?>>();
        while (at < text.Length)
        {
            var fields = Record();
            Assert.Equal(Header.Count, fields.Count);
            rows.Add(Header.Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal));
        }
        Rows = rows;
    }

    public IReadOnlyList<string> Header { get; }

    public IReadOnlyList<IReadOnlyDictionary<string, string?>> Rows { get; }

    private List<string?> Record()
    {
        var fields = new List<string?>();
        while (true)
        {
            fields.Add(text[at] == '"' ? Quoted() : Bare());
            if (text[at] == ',')
            {
                at++;
                continue;
            }
            Assert.Equal("\r\n", text.Substring(at, 2));
            at += 2;
            return fields;
        }
    }

    private string? Bare()
    {
        var end = text.IndexOfAny([',', '\r', '\n', '"'], at);
        var field = text[at..end];
        at = end;
        return field.Length == 0 ? null : field;
    }

    private string Quoted()
    {
        var field = new StringBuilder();
        for (at++; ; at++)
        {
            if (text[at] != '"')
            {
                field.Append(text[at]);
            }
            else if (text[at + 1] == '"')
            {
                field.Append(text[at++]);
            }
            else
            {
                at++;
                return field.ToString();
            }
        }
    }
}
