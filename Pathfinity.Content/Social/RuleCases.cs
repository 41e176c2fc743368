using System.Globalization;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.SocialStudies;

/// <summary>
/// A rule of several conditions and cases to judge by it: which one meets all (or fails), how many do, or which
/// condition one of them fails. Every case that fails breaks one condition alone, so that every condition counts.
/// Params: of (names of rules), ask (who, many, part; all when left out).
/// </summary>
internal sealed class RuleCases() : ItemModel("social.rule-cases", version: 2)
{
    public override bool Works => true;

    public override bool WorksAt(WorkContext work) => Desk.Suits(work, data: true);

    public override bool WorksAt(WorkContext work, Skill skill) => Desk.Suits(work, skill);

    public override Draft? Write(Commission c)
    {
        var rows = Quantities.Of(c, c.Rolls.Pick(c.Params.List("of")));
        if (Desk.Missing(c, out var desk, data: true))
        {
            return null;
        }
        var rule = new Rule(rows.First(row => row.ContainsKey("rule")), [.. rows.Where(row => row.ContainsKey("part"))]);
        var ask = c.Work is null ? c.Rolls.Pick(c.Params.List("ask", "who", "who", "many", "part")) : "who";
        return ask switch
        {
            "many" => Many(c, desk, rule),
            "part" => Part(c, desk, rule),
            _ => Who(c, desk, rule),
        };
    }

    private static Draft Who(Commission c, Desk? desk, Rule rule)
    {
        var cases = c.Young ? 3 : 4;
        var parts = rule.Parts.Length;
        var meets = cases > parts + 1 || c.Rolls.Chance(0.7); // ask for the one that meets all, or for the one that fails
        var fails = c.Rolls.Shuffle(Enumerable.Range(0, parts).ToArray());
        var names = rule.Names(c, cases);
        var told = names.Select((name, i) => rule.Case(
            c, name, meets == (i == 0) ? -1 : fails[(i + (meets ? -1 : 0)) % parts])).ToArray();
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = Lead(desk, rule, rule.Told(c.Rolls.Shuffle(told)), Wording.Of(rule.Head[meets ? "who" : "not"])),
            Key = [names[0]],
            Demand = c.Young ? Demand.Apply : Demand.Reason,
            Difficulty = 0.1 * parts,
            Hint = "Check each part of the rule for each one, and cross out as soon as one part fails.",
            Rationale = rule.Because(told[0]),
            Proof = Proof.Rows(told.Select(rule.Row), meets ? rule.All : $"not ({rule.All})"),
        };
        foreach (var other in told.Skip(1))
        {
            draft.Wrong(other.Fails < 0 ? "social.finds-fault-where-none-is" : "social.checks-one-condition", other.Name, rule.Because(other));
        }
        return draft;
    }

    /// <summary>A number to be typed: few and small ones would give themselves away as options.</summary>
    private static Draft Many(Commission c, Desk? desk, Rule rule)
    {
        var cases = c.Young ? 3 : 4;
        var parts = rule.Parts.Length;
        var names = rule.Names(c, cases);
        var right = c.Rolls.Between(1, cases - 1);
        var told = c.Rolls.Shuffle(names.Select((name, i) => rule.Case(c, name, i < right ? -1 : c.Rolls.Below(parts))).ToArray());
        var lenient = c.Rolls.Pick([.. told.Where(t => t.Fails >= 0).Select(t => t.Fails)]);
        return new Draft
        {
            Kind = QuestionKind.Numeric,
            Stem = Lead(desk, rule, rule.Told(told), c.Rolls.Below(2) switch
            {
                0 => $"How many of these meet every part of the rule?",
                _ => $"Check them all. For how many is no part of the rule broken?",
            }),
            Key = [Words.Number(right)],
            Demand = Demand.Apply,
            Difficulty = 0.1 * parts,
            Hint = "Cross out each one that fails a part. Count those that are left.",
            Rationale = string.Join(" ", told.Select(rule.Because)),
            Proof = Proof.Tally(told.Select(rule.Row), "count", rule.All),
        }
        .Wrong("social.checks-one-condition", told.Count(t => t.Fails < 0 || t.Fails == lenient), $"Overlooks one part: {rule.Parts[lenient]["need"]}.")
        .Maybe("social.misses-one", right - 1);
    }

    private static Draft Part(Commission c, Desk? desk, Rule rule)
    {
        const string None = "none: every part is met";
        var parts = rule.Parts.Length;
        var failing = c.Rolls.Below(parts + 1) - 1; // each option is as often right
        var one = rule.Case(c, rule.Names(c, 1)[0], failing);
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = Lead(desk, rule, rule.Told([one]), c.Rolls.Below(2) switch
            {
                0 => $"Which part of the rule is not met?",
                _ => $"Does this keep to the rule? If not, which part is broken?",
            }),
            Key = [failing < 0 ? None : rule.Parts[failing]["need"]],
            Demand = Demand.Apply,
            Difficulty = 0.1,
            Hint = "Go through the rule part by part and hold each part against the case.",
            Rationale = rule.Because(one),
            Proof = Proof.Rows(
                Enumerable.Range(-1, parts + 1).Select(p => rule.Row(one with { Name = p < 0 ? None : rule.Parts[p]["need"] })
                    .Append(new("asked", p)).ToDictionary()),
                $"(asked = -1 and {rule.All}) or " + string.Join(" or ", rule.Parts.Select((part, p) => $"(asked = {p} and not ({part["holds"]}))"))),
        };
        for (var p = -1; p < parts; p++)
        {
            if (p != failing)
            {
                draft.Wrong(
                    p < 0 ? "social.overlooks-a-part" : failing < 0 ? "social.finds-fault-where-none-is" : "social.checks-one-condition",
                    p < 0 ? None : rule.Parts[p]["need"], p < 0 ? rule.Because(one) : $"This part is met: {one.Name} {rule.Tells(p, one.Values[p])}.");
            }
        }
        return draft;
    }

    private static Phrase Lead(Desk? desk, Rule rule, Phrase lines, Phrase ask)
    {
        Phrase asked = $"{Wording.Of(rule.Head["rule"])} {lines} {ask}";
        return desk is null ? asked : $"{desk.Shows} {asked}";
    }

    /// <summary>A case with the number of the part that it fails, or -1.</summary>
    private sealed record Judged(string Name, int Fails, object[] Values);

    private sealed record Rule(IReadOnlyDictionary<string, string> Head, IReadOnlyDictionary<string, string>[] Parts)
    {
        /// <summary>The rule as the proof reads it.</summary>
        public string All => string.Join(" and ", Parts.Select(part => $"({part["holds"]})"));

        public string[] Names(Commission c, int count) =>
            Head.TryGetValue("names", out var list) ? c.Rolls.Shuffle(list.Split('/'))[..count] : Roster.Draw(c, count);

        public Judged Case(Commission c, string name, int fails) =>
            new(name, fails, [.. Parts.Select((part, p) => Value(c, part, p == fails))]);

        public Phrase Told(IEnumerable<Judged> cases) => Wording.Join(cases.Select(t => Quantities.Fill(
            $"{{name}} {Words.List([.. t.Values.Select((value, p) => Tells(p, value))])}.",
            new Dictionary<string, Fraction>(), new Dictionary<string, string> { ["name"] = t.Name })));

        public string Tells(int part, object value) => value is 1
            ? Parts[part]["tells"].Replace("{x}", "1", StringComparison.Ordinal).Replace(After(part), Words.AfterOne(After(part)), StringComparison.Ordinal)
            : Parts[part]["tells"].Replace("{x}", value is int number ? Words.Grouped(number) : (string)value, StringComparison.Ordinal);

        public Dictionary<string, object> Row(Judged t) => Parts.Select((part, p) => (Key: part["part"], Value: t.Values[p]))
            .Append(("name", t.Name)).ToDictionary(pair => pair.Item1, pair => pair.Item2);

        public string Because(Judged t) => t.Fails < 0
            ? $"{t.Name} meets every part of the rule."
            : $"{t.Name} fails one part: {Parts[t.Fails]["need"]}.";

        private string After(int part) => Parts[part]["tells"][(Parts[part]["tells"].IndexOf("{x}", StringComparison.Ordinal) + 3)..] is { Length: > 0 } rest ? rest : " ";

        /// <summary>A value that meets or fails one part: a number beside the limit, or one of the words.</summary>
        private static object Value(Commission c, IReadOnlyDictionary<string, string> part, bool fails)
        {
            var from = part[fails ? "fail" : "meet"];
            if (from.Contains('~'))
            {
                return Quantities.Range(from).Draw(c.Rolls);
            }
            var word = c.Rolls.Pick(from.Split('/'));
            return int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : word;
        }
    }
}
