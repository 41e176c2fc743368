using System.Collections.Immutable;
using Pathfinity.Content.Figures;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.SocialStudies;

/// <summary>
/// A drawn table (or bar chart) of several places or years, and which of them comes out most or least by a measure
/// that data declare. Params: of (names of tables).
/// </summary>
internal sealed class TableReading() : ItemModel("social.table-reading", version: 2)
{
    private const int RowsMin = 4;
    private const int RowsMax = 6;

    public override bool Works => true;

    public override bool WorksAt(WorkContext work) => Desk.Suits(work, data: true);

    public override bool WorksAt(WorkContext work, Skill skill) => Desk.Suits(work, skill);

    public override Draft? Write(Commission c)
    {
        var rows = Quantities.Of(c, c.Rolls.Pick(c.Params.List("of")));
        var head = rows.First(row => row.ContainsKey("measure"));
        if (Desk.Missing(c, out var desk, data: true))
        {
            return null;
        }
        var listed = head["names"].Split('/');
        var count = c.Young || listed.Length == RowsMin ? RowsMin
            : c.Rolls.Between(RowsMin, Math.Min(RowsMax, listed.Length));
        var from = c.Rolls.Between(0, listed.Length - count);
        var names = InOrder(listed) ? listed[from..(from + count)] : c.Rolls.Shuffle(listed)[..count];
        var lines = names.Select(name => (Name: name, Numbers: Quantities.Draw(c, rows))).ToArray();
        var measured = lines.Select(line => (line.Name, Value: Arithmetic.Evaluate(head["measure"], line.Numbers)))
            .ToArray();
        var least = rows.All(row => !row.ContainsKey("most"))
            || (rows.Any(row => row.ContainsKey("least")) && c.Rolls.Chance(0.5));
        var ranked = (least ? measured.OrderBy(m => m.Value) : measured.OrderByDescending(m => m.Value)).ToArray();
        if (ranked.Select(m => m.Value).Distinct().Count() < count || ranked.Any(m => Quantities.Show(m.Value) is null))
        {
            return null;
        }
        var asked = Wording.Of(c.Rolls.Pick(rows.Where(row => row.ContainsKey(least ? "least" : "most"))
            .ToArray())[least ? "least" : "most"]);
        Phrase stem = $"{(desk is null ? null : desk.Shows)}{(desk is null ? null : Wording.Of(" "))}{asked}";
        if (c.Work is null && !c.Young && c.Rolls.Chance(0.15))
        {
            return Order(head, rows, lines, ranked, stem);
        }
        var second = c.Grade.Ordinal > 2 && c.Rolls.Chance(0.35) ? 1 : 0;
        var then = c.Say($" Find that one first. Then choose the one that comes next after it.",
            $" Choose not that one, but the one that comes second.");
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = second == 0 ? stem : $"{stem}{then}",
            Figure = Drawn(head, rows, lines),
            Key = [ranked[second].Name],
            Demand = head.ContainsKey("reads") ? Demand.Apply : Demand.Reason,
            Difficulty = 0.2 * second,
            Hint = head["hint"],
            Rationale = string.Join("; ", ranked.Select(m => Shown(head, m))) + ".",
            Proof = Proof.Rows(
                lines.Select(line =>
                    line.Numbers.ToDictionary(pair => pair.Key, pair => (object)Whole(pair.Value))
                    .Append(new("name", line.Name)).ToDictionary()),
                $"{head["measure"]} = {ranked[second].Value.Num}/{ranked[second].Value.Den}"),
        };
        return Wrongs(draft, head, rows, lines, ranked, least, second);
    }

    /// <summary>True for years, months and what else is numbered: a table never shuffles them nor leaves one out.</summary>
    private static bool InOrder(string[] names) => names[0] == "Jan" || names.All(name => name.Any(char.IsAsciiDigit));

    /// <summary>"Alan: 96 days a year".</summary>
    private static string Shown(IReadOnlyDictionary<string, string> head, (string Name, Fraction Value) m) =>
        $"{m.Name}: {Quantities.Fill(head["shows"].Replace("{m}", "{measured}", StringComparison.Ordinal), new Dictionary<string, Fraction> { ["measured"] = m.Value }, new Dictionary<string, string>()).Text}";

    /// <summary>All rows from the one that is asked for on.</summary>
    private static Draft? Order(
        IReadOnlyDictionary<string, string> head, IReadOnlyList<IReadOnlyDictionary<string, string>> rows,
        (string Name, Dictionary<string, Fraction> Numbers)[] lines, (string Name, Fraction Value)[] ranked,
        Phrase stem)
    {
        ImmutableArray<string> key = [.. ranked.Select(m => m.Name)];
        return key.Length > RowsMin ? null : new Draft
        {
            Kind = QuestionKind.Order,
            Stem = $"{stem} Put all four in order and begin with that one.",
            Figure = Drawn(head, rows, lines),
            Key = key,
            Demand = Demand.Reason,
            Difficulty = 0.3,
            Hint = head["hint"],
            Rationale = string.Join("; ", ranked.Select(m => Shown(head, m))) + ".",
            Proof = Proof.Sorted(
                ranked.ToDictionary(m => m.Name, m => $"{m.Value.Num}/{m.Value.Den}", StringComparer.Ordinal),
                ranked[0].Value.CompareTo(ranked[1].Value) < 0),
        }
        .Wrong("social.reverses-order", [.. key.Reverse()], "That begins at the other end.")
        .Wrong("social.reads-another-row", [key[1], key[0], .. key.Skip(2)],
            $"{Shown(head, ranked[0])}; {Shown(head, ranked[1])}.");
    }

    /// <summary>Whom a wrong measure puts first gets that bug; the others are misread rows.</summary>
    private static Draft? Wrongs(
        Draft draft, IReadOnlyDictionary<string, string> head, IReadOnlyList<IReadOnlyDictionary<string, string>> rows,
        (string Name, Dictionary<string, Fraction> Numbers)[] lines, (string Name, Fraction Value)[] ranked,
        bool least, int second)
    {
        var right = Shown(head, ranked[second]);
        draft.Wrong("social.answers-the-opposite", ranked[^1].Name,
            $"That is the other end. {Shown(head, ranked[^1])}; {right}.");
        if (second == 1)
        {
            draft.Wrong("social.stops-at-the-first", ranked[0].Name);
        }
        foreach (var row in rows.Where(row => row.ContainsKey("bug")))
        {
            var by = lines.Select(line => (line.Name, Value: Arithmetic.Evaluate(row["gives"], line.Numbers)))
                .ToArray();
            var top = least ? by.MinBy(m => m.Value) : by.MaxBy(m => m.Value);
            draft.Maybe(row["bug"], top.Name, row.GetValueOrDefault("reason"));
        }
        foreach (var other in ranked.Skip(1))
        {
            draft.Maybe("social.reads-another-row", other.Name, $"{Shown(head, other)}; {right}.");
        }
        return draft;
    }

    private static Figure Drawn(
        IReadOnlyDictionary<string, string> head, IReadOnlyList<IReadOnlyDictionary<string, string>> rows,
        (string Name, Dictionary<string, Fraction> Numbers)[] lines)
    {
        var columns = rows.Where(row => row.ContainsKey("head")).ToArray();
        var alt = "A table. " + string.Join(" ", lines.Select(line => $"{line.Name}: "
            + string.Join(", ",
                columns.Select(col => $"{col["head"]} {Quantities.Show(line.Numbers[col["var"]])}")) + "."));
        if (head.TryGetValue("bars", out var step))
        {
            return Pictures.Bars(
                [.. lines.Select(line => (line.Name, (int)line.Numbers[columns[0]["var"]].Num))],
                int.Parse(step, System.Globalization.CultureInfo.InvariantCulture), columns[0]["head"],
                    alt.Replace("A table", "A bar chart", StringComparison.Ordinal));
        }
        return Pictures.Table(
            [head["label"], .. columns.Select(col => col["head"])],
            [.. lines.Select(line =>
                (string[])[line.Name, .. columns.Select(col => Quantities.Show(line.Numbers[col["var"]]) ?? "")])],
                alt);
    }

    private static object Whole(Fraction value) => value.IsWhole ? value.Num : (object)value.Value;
}
