using System.Globalization;
using System.Text;

namespace Pathfinity.Storage;

/// <summary>Lists of integers in PostgreSQL's text form, for columns that hold a list in each row.</summary>
internal static class SqlArray
{
    public static string Of(ReadOnlySpan<int> values)
    {
        var text = new StringBuilder("{");
        for (var i = 0; i < values.Length; i++)
        {
            text.Append(i == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $"{values[i]}");
        }
        return text.Append('}').ToString();
    }
}
