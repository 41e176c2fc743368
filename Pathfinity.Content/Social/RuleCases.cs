using Pathfinity.Curriculum;

namespace Pathfinity.Content.SocialStudies;

/// <summary>
/// A rule of several conditions and four cases, of which one meets all (or one fails). Each other case meets all
/// conditions but one, so that every condition counts. Params: of (names of rules).
/// </summary>
internal sealed class RuleCases() : ItemModel("social.rule-cases")
{
    public override bool Works => true;

    public override bool WorksAt(WorkContext work) => Desk.Suits(work, data: true);

    public override Draft? Write(Commission c)
    {
        var rows = Quantities.Of(c, c.Rolls.Pick(c.Params.List("of")));
        var head = rows.First(row => row.ContainsKey("rule"));
        Desk? desk = null;
        if (c.Work is not null && (desk = Desk.Of(c, data: true)) is null)
        {
            return null;
        }
        var parts = rows.Where(row => row.ContainsKey("part")).ToArray();
        var cases = c.Young ? 3 : 4;
        var meets = cases > parts.Length + 1 || c.Rolls.Chance(0.7); // ask for the one that meets all, or for the one that fails
        var names = head.TryGetValue("names", out var list) ? c.Rolls.Shuffle(list.Split('/'))[..cases] : Roster.Draw(c, cases);
        var fails = c.Rolls.Shuffle(Enumerable.Range(0, parts.Length).ToArray());
        var told = new List<(string Name, int Fails, object[] Values)>();
        for (var i = 0; i < cases; i++)
        {
            var failing = meets == (i == 0) ? -1 : fails[(i + (meets ? -1 : 0)) % parts.Length];
            told.Add((names[i], failing, [.. parts.Select((part, p) => Value(c, part, p == failing))]));
        }
        var shuffled = c.Rolls.Shuffle(told);
        var lines = Wording.Join(shuffled.Select(t => Quantities.Fill(
            "{name} " + Words.List([.. parts.Select((part, p) => Tells(part, t.Values[p]))]) + ".",
            new Dictionary<string, Fraction>(), new Dictionary<string, string> { ["name"] = t.Name })));
        Phrase asked = $"{Wording.Of(head["rule"])} {lines} {Wording.Of(head[meets ? "who" : "not"])}";
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = desk is null ? asked : $"{desk.Intro} {asked}",
            Key = [names[0]],
            Demand = c.Young ? Demand.Apply : Demand.Reason,
            Difficulty = 0.1 * parts.Length,
            Hint = "Check each part of the rule for each one, and cross out as soon as one part fails.",
            Rationale = Because(names[0], told[0].Fails, parts),
            Proof = Proof.Rows(
                shuffled.Select(t => parts.Select((part, p) => (Key: part["part"], Value: t.Values[p])).Append(("name", t.Name))
                    .ToDictionary(pair => pair.Item1, pair => pair.Item2)),
                meets ? All(parts) : $"not ({All(parts)})"),
        };
        foreach (var other in told.Skip(1))
        {
            draft.Wrong(
                other.Fails < 0 ? "social.finds-fault-where-none-is" : "social.checks-one-condition", other.Name, Because(other.Name, other.Fails, parts));
        }
        return draft;
    }

    private static string All(IReadOnlyDictionary<string, string>[] parts) => string.Join(" and ", parts.Select(part => part["holds"]));

    /// <summary>A value that meets or fails one part: a number beside the limit, or one of the words.</summary>
    private static object Value(Commission c, IReadOnlyDictionary<string, string> part, bool fails)
    {
        var from = part[fails ? "fail" : "meet"];
        return from.Contains('~') ? Quantities.Range(from).Draw(c.Rolls) : c.Rolls.Pick(from.Split('/'));
    }

    private static string Tells(IReadOnlyDictionary<string, string> part, object value) => part["tells"].Replace(
        "{x}", value is int number ? Words.Grouped(number) : (string)value, StringComparison.Ordinal);

    private static string Because(string name, int fails, IReadOnlyDictionary<string, string>[] parts) => fails < 0
        ? $"{name} meets every part of the rule."
        : $"{name} fails one part: {parts[fails]["need"]}.";
}
