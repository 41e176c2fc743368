using Pathfinity.Content.Proofs;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Ela;

/// <summary>What all questions on passages share: how the passage is set before the question, and its proof.</summary>
internal static class Asking
{
    public static Proof Proof(Telling told, string ask, string of) => new("plan", Json.Of(new { texts = new[] { told.Grammar() }, ask, of }));

    public static Proof Proof(Telling first, Telling second, string ask, IReadOnlyDictionary<string, string> about) =>
        new("plan", Json.Of(new { texts = new[] { first.Grammar(), second.Grammar() }, ask, of = "", about }));

    public static Draft Draft(
        Commission c, Telling told, Phrase stem, string key, Demand demand, string why, Proof proof,
        string hint = "Go back to the text and put your finger on the words that answer this.") => new()
        {
            Kind = QuestionKind.Choice,
            Stem = $"{Lead(c, told, Kind(told))}{told.Text}\n\n{stem}",
            Figure = told.Table(),
            Key = [key],
            Demand = demand,
            Hint = hint,
            Rationale = why,
            Proof = proof,
        };

    public static string Compute(Telling told, string expression) =>
        Expression.Evaluate(expression, Telling.Numbers(told.Plan.Facts.ToDictionary(f => f.Name, f => told[f.Name], StringComparer.Ordinal))).ToString()!;

    /// <summary>At work the passage is read by somebody of the place.</summary>
    public static Phrase Lead(Commission c, Telling told, string kind)
    {
        if (c.Work is null)
        {
            return $"";
        }
        return c.Rolls.Below(5) switch
        {
            0 => told.Fill($"At {{place}}, {{name4}} reads this {kind} to the end before passing it on.\n\n"),
            1 => told.Fill($"{{name4}}, {{a role}}, has to explain this {kind} to the others at {{place}}.\n\n"),
            2 => told.Fill($"A reading group meets at {{place}} after work. {{name4}} has brought this {kind}.\n\n"),
            3 => told.Fill($"{{name4}} is {{a role}} at {{place}}. This {kind} could go into the newsletter there.\n\n"),
            _ => told.Fill($"In a class at {{place}}, {{name4}} is asked to look closely at this {kind}.\n\n"),
        };
    }

    private static string Kind(Telling told) => told.Plan.Genre[(told.Plan.Genre.IndexOf(' ') + 1)..];
}
