using System.Text.Json;

namespace Pathfinity.Content.Proofs;

/// <summary>A predicate over the rows of a table, given in the proof or by the name of a data file.</summary>
internal sealed class RowsProver() : Prover("rows")
{
    private static readonly Dictionary<string, Value> Nothing = [];

    public override bool Accepts(JsonElement data, Candidate candidate, ContentLibrary library) => Open(data, library)(candidate);

    public override Func<Candidate, bool> Open(JsonElement data, ContentLibrary library)
    {
        var where = Expression.Read(data.GetProperty("where").GetString()!);
        var ask = data.GetProperty("ask").GetString()!;
        var rows = Rows(data, library).ToArray();
        return candidate => Array.Exists(
            rows, row => row.TryGetValue(ask, out var value) && Is(value, candidate.Text) && where(row).Truth);
    }

    internal static IEnumerable<Dictionary<string, Value>> Rows(JsonElement data, ContentLibrary library) =>
        data.TryGetProperty("rows", out var rows)
            ? Given(rows)
            : library.Evaluated(data.GetProperty("table").GetString()!);

    /// <summary>Rows mostly have the names of the row before, which need not be read again.</summary>
    private static IEnumerable<Dictionary<string, Value>> Given(JsonElement rows)
    {
        var names = new List<string>();
        foreach (var row in rows.EnumerateArray())
        {
            yield return Names(row, names);
        }
    }

    private static bool Is(Value value, string text) => value.IsText
        ? value.Text == text
        : text.Length > 0 && (char.IsAsciiDigit(text[0]) || text[0] is '-' or '−') && Expression.Evaluate(text, Nothing).Same(value);
}

/// <summary>A count, sum, min or max over the rows where a condition holds.</summary>
internal sealed class TallyProver() : Prover("tally")
{
    private static readonly Dictionary<string, Value> Nothing = [];

    public override bool Accepts(JsonElement data, Candidate candidate, ContentLibrary library) => Open(data, library)(candidate);

    public override Func<Candidate, bool> Open(JsonElement data, ContentLibrary library)
    {
        var result = Result(data, library);
        return candidate => Expression.Evaluate(candidate.Text, Nothing).Number.Equals(result);
    }

    private static Exact Result(JsonElement data, ContentLibrary library)
    {
        var where = Expression.Read(data.GetProperty("where").GetString()!);
        var of = Expression.Read(data.GetProperty("of").GetString()!);
        var values = RowsProver.Rows(data, library).Where(row => where(row).Truth).Select(row => of(row).Number).ToList();
        return data.GetProperty("what").GetString() switch
        {
            "count" => Exact.Of(values.Count),
            "sum" => values.Aggregate(Exact.Zero, (a, b) => a + b),
            "min" => values.Aggregate((a, b) => a.CompareTo(b) <= 0 ? a : b),
            "max" => values.Aggregate((a, b) => a.CompareTo(b) >= 0 ? a : b),
            "range" => values.Aggregate((a, b) => a.CompareTo(b) >= 0 ? a : b) - values.Aggregate((a, b) => a.CompareTo(b) <= 0 ? a : b),
            "mean" => values.Aggregate(Exact.Zero, (a, b) => a + b) / Exact.Of(values.Count),
            "median" => Functions.Call("median", [.. values.Select(Value.Of)]).Number,
            var other => throw new ProofException($"No tally '{other}'."),
        };
    }
}
