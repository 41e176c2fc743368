using System.Collections.Immutable;
using System.Text.Json;

namespace Pathfinity.Content.Proofs;

/// <summary>Decides from a proof's data alone whether an answer is right.</summary>
/// <param name="method">The name under which proofs ask for it.</param>
internal abstract class Prover(string method)
{
    public string Method => method;

    /// <summary>Reads the data once, to judge several answers by it.</summary>
    public virtual Func<Candidate, bool> Open(JsonElement data, ContentLibrary library) =>
        candidate => Accepts(data, candidate, library);

    /// <exception cref="ProofException">Data or answer cannot be evaluated.</exception>
    public abstract bool Accepts(JsonElement data, Candidate candidate, ContentLibrary library);

    /// <summary>The named values of a JSON object: numbers, truth values, and texts.</summary>
    /// <param name="known">The names of an object before, in order; those that differ here take their place.</param>
    protected static Dictionary<string, Value> Names(JsonElement row, List<string> known)
    {
        var names = new Dictionary<string, Value>(row.GetPropertyCount(), StringComparer.Ordinal);
        var at = 0;
        foreach (var property in row.EnumerateObject())
        {
            if (at == known.Count)
            {
                known.Add(property.Name);
            }
            else if (!property.NameEquals(known[at]))
            {
                known[at] = property.Name;
            }
            names[known[at++]] = property.Value.ValueKind switch
            {
                JsonValueKind.Number => Whole(property.Value) ?? Value.Of(Number(property.Value.GetRawText())),
                JsonValueKind.True => Value.Of(true),
                JsonValueKind.False => Value.Of(false),
                _ => Value.Of(property.Value.GetString()!),
            };
        }
        return names;
    }

    private static Value? Whole(JsonElement number) => number.TryGetInt64(out var whole) ? Value.Of(Exact.Of(whole)) : null;

    internal static Exact Number(string text) => text[0] == '-' ? -Exact.Parse(text.AsSpan(1)) : Exact.Parse(text);
}

/// <summary>An answer to be judged.</summary>
/// <param name="Texts">One text for choice, numeric, text and each option of a multi; a sequence for order and match.</param>
/// <param name="Prompts">The left column of a match.</param>
internal readonly record struct Candidate(ImmutableArray<string> Texts, ImmutableArray<string> Prompts)
{
    public string Text => Texts[0];
}

/// <summary>Every prover by its method.</summary>
internal static class Provers
{
    private static readonly Dictionary<string, Prover> ByMethod = new Prover[]
    {
        new SuchProver(), new TruthProver(), new SearchProver(), new RowsProver(), new TallyProver(), new ReplayProver(),
        new WalkProver(), new SortedProver(), new EachProver(), new FramedProver(),
        new BlindProver(), new VouchedProver(),
    }.Concat(Ela.ElaProvers.All).ToDictionary(prover => prover.Method, StringComparer.Ordinal);

    public static Prover For(string method) => ByMethod.TryGetValue(method, out var prover)
        ? prover
        : throw new ProofException($"No proof method '{method}'.");
}
