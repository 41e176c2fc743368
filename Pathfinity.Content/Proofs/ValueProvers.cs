using System.Globalization;
using System.Text.Json;

namespace Pathfinity.Content.Proofs;

/// <summary>An answer is a statement, right when it is true (or false) in every setting.</summary>
internal sealed class TruthProver() : Prover("truth")
{
    public override bool Accepts(JsonElement data, Candidate candidate, ContentLibrary library) => Open(data, library)(candidate);

    public override Func<Candidate, bool> Open(JsonElement data, ContentLibrary library)
    {
        var want = data.GetProperty("want").GetBoolean();
        var settings = SuchProver.Settings(data).ToArray();
        return candidate => Expression.Read(candidate.Text) is var statement && Array.TrueForAll(settings, own => statement(own).Truth) == want;
    }
}

/// <summary>
/// Enumeration: tries every whole number of the ranges; right is what <c>ask</c> gives at some solution, and a proof
/// without solutions, or a single answer where there are several, proves nothing.
/// </summary>
internal sealed class SearchProver() : Prover("search")
{
    private const int TriesMax = 200_000;

    public override bool Accepts(JsonElement data, Candidate candidate, ContentLibrary library) => Open(data, library)(candidate);

    public override Func<Candidate, bool> Open(JsonElement data, ContentLibrary library)
    {
        var found = Answers(data);
        var none = new Dictionary<string, Value>();
        return found.Count == 1
            ? candidate => Expression.Evaluate(candidate.Text, none).Same(found[0])
            : throw new ProofException(string.Create(CultureInfo.InvariantCulture, $"A search found {found.Count} answers."));
    }

    private static List<Value> Answers(JsonElement data)
    {
        var over = data.GetProperty("over").EnumerateObject()
            .Select(p => (p.Name, Range: Span.Parse(p.Value.GetString()!))).ToArray();
        if (over.Aggregate(1L, (product, o) => product * o.Range.Count) > TriesMax)
        {
            throw new ProofException("A search over too many cases.");
        }
        var such = data.GetProperty("such").EnumerateArray().Select(c => Expression.Read(c.GetString()!)).ToArray();
        var ask = Expression.Read(data.GetProperty("ask").GetString()!);
        var found = new List<Value>();
        Try(over, 0, [], such, names =>
        {
            var value = ask(names);
            if (!found.Any(f => f.Same(value)))
            {
                found.Add(value);
            }
        });
        return found;
    }

    private static void Try(
        (string Name, Span Range)[] over, int depth, Dictionary<string, Value> names, Term[] such, Action<Dictionary<string, Value>> found)
    {
        if (depth == over.Length)
        {
            foreach (var condition in such)
            {
                if (!condition(names).Truth)
                {
                    return;
                }
            }
            found(names);
            return;
        }
        for (var n = over[depth].Range.Low; n <= over[depth].Range.High; n++)
        {
            names[over[depth].Name] = Value.Of(Exact.Of(n));
            Try(over, depth + 1, names, such, found);
        }
    }
}

/// <summary>Replays events in order: "variable := expression" over the state so far.</summary>
internal sealed class ReplayProver() : Prover("replay")
{
    public override bool Accepts(JsonElement data, Candidate candidate, ContentLibrary library) => Open(data, library)(candidate);

    public override Func<Candidate, bool> Open(JsonElement data, ContentLibrary library)
    {
        var state = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var happening in data.GetProperty("events").EnumerateArray())
        {
            var parts = happening.GetString()!.Split(":=", 2, StringSplitOptions.TrimEntries);
            state[parts[0]] = Expression.Evaluate(parts[1], state);
        }
        var last = state[data.GetProperty("ask").GetString()!];
        return candidate => last.IsText ? last.Text == candidate.Text : Expression.Evaluate(candidate.Text, state).Same(last);
    }
}
