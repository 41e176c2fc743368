using Pathfinity.Determinism;

namespace Pathfinity.Content;

/// <summary>
/// How a question's key is found a second time: the name of a method and what it works on, as JSON. A prover decides
/// from these alone, without the author's code, which answers are right.
/// </summary>
public sealed record Proof
{
    private string? data;
    private Func<string>? write;

    public Proof(string method, string data) => (Method, this.data) = (method, data);

    /// <summary>Most drafts are drawn again: data is written when it is first asked for.</summary>
    private Proof(string method, Func<string> write) => (Method, this.write) = (method, write);

    public string Method { get; init; }

    public string Data
    {
        get
        {
            data ??= write!();
            write = null;
            return data;
        }
        init => data = value;
    }

    public bool Equals(Proof? other) => other is not null && Method == other.Method && Data == other.Data;

    public override int GetHashCode() => unchecked((int)Dice.Key(Data));

    /// <summary>
    /// An answer of this form is right when all conditions hold: <c>Such("{n}", "n - 3 = 8")</c>. Places of the form
    /// may hold expressions; see docs/content.md for their language.
    /// </summary>
    internal static Proof Such(string form, params string[] such) =>
        new("such", () => $$"""{"form":{{Json.Of(form)}},"such":{{Json.Texts(such)}}}""");

    /// <summary>An answer is right when its value is that of the expression.</summary>
    internal static Proof Value(string expression) => Such("{n}", $"n = {expression}");

    /// <summary>As <see cref="Such"/>, in which the named variables take each of these values in turn.</summary>
    internal static Proof SuchAt(string form, string variable, IEnumerable<string> values, params string[] such) =>
        new("such", () => Json.Of(new { form, such, at = values.Select(v => new Dictionary<string, string> { [variable] = v }) }));

    /// <summary>An answer is right when it is a true statement (or a false one).</summary>
    internal static Proof Truth(bool want = true) => new("truth", () => Json.Of(new { want }));

    /// <summary>Tries every whole number of the ranges; an answer is right when it is the ask of some solution.</summary>
    internal static Proof Search(string ask, IReadOnlyDictionary<string, string> over, params string[] such) =>
        new("search", () => $$"""{"ask":{{Json.Of(ask)}},"over":{{Json.Of(over)}},"such":{{Json.Texts(such)}}}""");

    /// <summary>As <see cref="Search(string, IReadOnlyDictionary{string, string}, string[])"/> for one unknown.</summary>
    internal static Proof Search(string unknown, int low, int high, params string[] such) =>
        Search(unknown, new Dictionary<string, string> { [unknown] = $"{low}..{high}" }, such);

    /// <summary>
    /// An answer is right when it is the <paramref name="ask"/> of a row in which <paramref name="where"/> holds. Rows
    /// are objects of numbers, texts and truth values.
    /// </summary>
    internal static Proof Rows(object rows, string where, string ask = "name") =>
        new("rows", () => $$"""{"rows":{{Json.Of(rows)}},"where":{{Json.Of(where)}},"ask":{{Json.Of(ask)}}}""");

    /// <summary>As <see cref="Rows"/>, over a table of Data/tables.</summary>
    internal static Proof Table(string table, string where, string ask = "name") =>
        new("rows", () => $$"""{"table":{{Json.Of(table)}},"where":{{Json.Of(where)}},"ask":{{Json.Of(ask)}}}""");

    /// <summary>A count, sum, min or max over the rows where the condition holds: <c>Tally(rows, "count", where)</c>.</summary>
    internal static Proof Tally(object rows, string what, string where, string of = "1") =>
        new("tally", () => $$"""{"rows":{{Json.Of(rows)}},"what":{{Json.Of(what)}},"where":{{Json.Of(where)}},"of":{{Json.Of(of)}}}""");

    /// <summary>
    /// Events in order, each "variable := expression" over the state so far; an answer is right when it equals the
    /// last value of <paramref name="ask"/>. Texts stand in single quotes.
    /// </summary>
    internal static Proof Replay(IEnumerable<string> events, string ask) =>
        new("replay", () => $$"""{"events":{{Json.Texts(events)}},"ask":{{Json.Of(ask)}}}""");

    /// <summary>Steps on a grid from a start; an answer is right when its place is where they end.</summary>
    internal static Proof Walk(int x, int y, IEnumerable<int[]> steps, IReadOnlyDictionary<string, int[]> places) =>
        new("walk", () => Json.Of(new { start = new[] { x, y }, steps, places }));

    /// <summary>A sequence is right when the values given for its texts strictly rise (or fall).</summary>
    internal static Proof Sorted(IReadOnlyDictionary<string, string> values, bool rising = true) =>
        new("sorted", () => Json.Of(new { values, rising }));

    /// <summary>Each prompt of a match is proven by a proof of its own.</summary>
    internal static Proof Each(IEnumerable<Proof> proofs) =>
        new("each", () => $"[{string.Join(",", proofs.Select(p => $$"""{"method":{{Json.Of(p.Method)}},"data":{{p.Data}}}"""))}]");
}
