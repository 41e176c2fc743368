using System.Globalization;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.SocialStudies;

/// <summary>
/// A quantity that follows from others: budgets, rates, densities, indices. Amounts, wording, wrong ways and the
/// equation that the answer must satisfy are data. Params: of (names of formulas).
/// </summary>
internal sealed class Formula() : ItemModel("social.formula", version: 2)
{
    public override bool Works => true;

    public override bool WorksAt(WorkContext work) => Desk.Suits(work, data: true);

    public override bool WorksAt(WorkContext work, Skill skill) => Desk.Suits(work, skill);

    public override Draft? Write(Commission c)
    {
        var rows = Quantities.Of(c, c.Rolls.Pick(c.Params.List("of")));
        var head = rows.First(row => row.ContainsKey("value"));
        if (Desk.Missing(c, out var desk, data: true))
        {
            return null;
        }
        var numbers = Quantities.Draw(c, rows);
        if (rows.Any(row => row.TryGetValue("guard", out var guard) && !Arithmetic.Holds(guard, numbers)))
        {
            return null;
        }
        var key = Arithmetic.Evaluate(head["value"], numbers);
        if (Quantities.Show(key) is not { } shown || (shown == "1" && !OneFits(head["frame"])))
        {
            return null;
        }
        var names = Quantities.Names(c, rows);
        var stem = Quantities.Fill(c.Rolls.Pick(rows.Where(row => row.ContainsKey("stem")).ToArray())["stem"], numbers, names);
        var withKey = new Dictionary<string, Fraction>(numbers, StringComparer.Ordinal) { ["n"] = key };
        var draft = new Draft
        {
            Kind = QuestionKind.Numeric,
            Stem = desk is null ? stem : $"{desk.Figures} {stem}",
            Key = [shown],
            Frame = head["frame"],
            Demand = Demand.Apply,
            Difficulty = key.IsWhole ? 0 : 0.2,
            Hint = head["hint"],
            Rationale = Quantities.Fill(head["because"], withKey, names).Text,
            Proof = Proof.Such("{n}", Proven(head["check"], numbers)),
        };
        foreach (var row in rows.Where(row => row.ContainsKey("bug")))
        {
            var given = Arithmetic.Evaluate(row["gives"], numbers);
            if (given.Num >= 0 && Quantities.Show(given) is { } wrong && (wrong != "1" || OneFits(head["frame"])))
            {
                draft.Maybe(row["bug"], wrong, row.GetValueOrDefault("reason") ?? Reason(c, row, numbers, wrong));
            }
        }
        return draft.Wrongs.Count < (c.Young ? 2 : 3) && (c.Work is not null || draft.Wrongs.Count < 1) ? null : draft;
    }

    /// <summary>False where "1 days" would stand.</summary>
    private static bool OneFits(string frame)
    {
        var word = frame.IndexOf("{} ", StringComparison.Ordinal) is >= 0 and var at ? frame[(at + 3)..].Split(' ')[0] : "";
        return Words.One(word) == word;
    }

    /// <summary>What the bug does, and with which of these numbers: "... Here: 5 + 3 = 8."</summary>
    private static string Reason(Commission c, IReadOnlyDictionary<string, string> row, Dictionary<string, Fraction> numbers, string wrong)
    {
        var does = c.Library.BugOrNone(row["bug"])!.Does;
        if (row["gives"].All(char.IsAsciiLetterOrDigit) || row["gives"].Contains("0-", StringComparison.Ordinal))
        {
            return does;
        }
        var shown = new System.Text.StringBuilder(does).Append(" Here: ");
        foreach (var part in Tokens(row["gives"]))
        {
            _ = part switch
            {
                "+" => shown.Append(" + "),
                "-" => shown.Append(" − "),
                "*" => shown.Append(" × "),
                "/" => shown.Append(" ÷ "),
                _ when numbers.TryGetValue(part, out var value) => shown.Append(Quantities.Show(value) ?? value.ToString()),
                _ => shown.Append(part),
            };
        }
        return shown.Append(" = ").Append(wrong).Append('.').ToString();
    }

    private static IEnumerable<string> Tokens(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var start = i++;
            while (char.IsAsciiLetterOrDigit(text[start]) && i < text.Length && char.IsAsciiLetterOrDigit(text[i]))
            {
                i++;
            }
            if (text[start] != ' ')
            {
                yield return text[start..i];
            }
        }
    }

    /// <summary>The equation with its numbers, the answer left open as n.</summary>
    private static string Proven(string check, Dictionary<string, Fraction> numbers)
    {
        var text = new System.Text.StringBuilder();
        for (var i = 0; i < check.Length;)
        {
            var start = i;
            while (i < check.Length && char.IsAsciiLetterOrDigit(check[i]))
            {
                i++;
            }
            var word = check[start..i];
            text.Append(word.Length > 0 && numbers.TryGetValue(word, out var value)
                ? string.Create(CultureInfo.InvariantCulture, $"({value.Num}/{value.Den})")
                : word.Length > 0 ? word : check[i++].ToString());
        }
        return text.ToString();
    }
}
