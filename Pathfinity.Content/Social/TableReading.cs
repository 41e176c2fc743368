using Pathfinity.Content.Figures;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.SocialStudies;

/// <summary>
/// A drawn table (or bar chart) of several places or years, and which of them comes out most or least by a measure
/// that data declare. Params: of (names of tables).
/// </summary>
internal sealed class TableReading() : ItemModel("social.table-reading")
{
    private const int RowsShown = 4;

    public override bool Works => true;

    public override bool WorksAt(WorkContext work) => Desk.Suits(work, data: true);

    public override Draft? Write(Commission c)
    {
        var rows = Quantities.Of(c, c.Rolls.Pick(c.Params.List("of")));
        var head = rows.First(row => row.ContainsKey("measure"));
        Desk? desk = null;
        if (c.Work is not null && (desk = Desk.Of(c, data: true)) is null)
        {
            return null;
        }
        var names = c.Rolls.Shuffle(head["names"].Split('/'))[..RowsShown];
        var lines = names.Select(name => (Name: name, Numbers: Quantities.Draw(c, rows))).ToArray();
        var measured = lines.Select(line => (line.Name, Value: Arithmetic.Evaluate(head["measure"], line.Numbers))).ToArray();
        var least = rows.All(row => !row.ContainsKey("most")) || (rows.Any(row => row.ContainsKey("least")) && c.Rolls.Chance(0.5));
        var ranked = (least ? measured.OrderBy(m => m.Value) : measured.OrderByDescending(m => m.Value)).ToArray();
        if (ranked.Select(m => m.Value).Distinct().Count() < RowsShown || ranked.Any(m => Quantities.Show(m.Value) is null))
        {
            return null;
        }
        var stem = Wording.Of(c.Rolls.Pick(rows.Where(row => row.ContainsKey(least ? "least" : "most")).ToArray())[least ? "least" : "most"]);
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = desk is null ? stem : $"{desk.Intro} {stem}",
            Figure = Drawn(head, rows, lines),
            Key = [ranked[0].Name],
            Demand = head.ContainsKey("reads") ? Demand.Apply : Demand.Reason,
            Hint = head["hint"],
            Rationale = string.Join("; ", ranked.Select(m => $"{m.Name}: {head["shows"].Replace("{m}", Quantities.Show(m.Value), StringComparison.Ordinal)}")) + ".",
            Proof = Proof.Rows(
                lines.Select(line => line.Numbers.ToDictionary(pair => pair.Key, pair => (object)Whole(pair.Value)).Append(new("name", line.Name)).ToDictionary()),
                $"{head["measure"]} = {ranked[0].Value.Num}/{ranked[0].Value.Den}"),
        };
        return Wrongs(draft, rows, lines, ranked, least);
    }

    /// <summary>Whom a wrong measure puts first gets that bug; the others are misread rows.</summary>
    private static Draft? Wrongs(
        Draft draft, IReadOnlyList<IReadOnlyDictionary<string, string>> rows, (string Name, Dictionary<string, Fraction> Numbers)[] lines,
        (string Name, Fraction Value)[] ranked, bool least)
    {
        draft.Wrong("social.answers-the-opposite", ranked[^1].Name);
        foreach (var row in rows.Where(row => row.ContainsKey("bug")))
        {
            var by = lines.Select(line => (line.Name, Value: Arithmetic.Evaluate(row["gives"], line.Numbers))).ToArray();
            var top = least ? by.MinBy(m => m.Value) : by.MaxBy(m => m.Value);
            draft.Maybe(row["bug"], top.Name, row.GetValueOrDefault("reason"));
        }
        foreach (var other in ranked.Skip(1))
        {
            draft.Maybe("social.reads-another-row", other.Name);
        }
        return draft;
    }

    private static Figure Drawn(
        IReadOnlyDictionary<string, string> head, IReadOnlyList<IReadOnlyDictionary<string, string>> rows,
        (string Name, Dictionary<string, Fraction> Numbers)[] lines)
    {
        var columns = rows.Where(row => row.ContainsKey("head")).ToArray();
        var alt = "A table. " + string.Join(" ", lines.Select(line => $"{line.Name}: "
            + string.Join(", ", columns.Select(col => $"{col["head"]} {Quantities.Show(line.Numbers[col["var"]])}")) + "."));
        if (head.TryGetValue("bars", out var step))
        {
            return Pictures.Bars(
                [.. lines.Select(line => (line.Name, (int)line.Numbers[columns[0]["var"]].Num))],
                int.Parse(step, System.Globalization.CultureInfo.InvariantCulture), columns[0]["head"], alt.Replace("A table", "A bar chart", StringComparison.Ordinal));
        }
        return Pictures.Table(
            [head["label"], .. columns.Select(col => col["head"])],
            [.. lines.Select(line => (string[])[line.Name, .. columns.Select(col => Quantities.Show(line.Numbers[col["var"]]) ?? "")])], alt);
    }

    private static object Whole(Fraction value) => value.IsWhole ? value.Num : (object)value.Value;
}
