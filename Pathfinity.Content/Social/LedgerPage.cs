using System.Collections.Immutable;
using System.Globalization;
using Pathfinity.Content.Figures;

namespace Pathfinity.Content.SocialStudies;

/// <summary>A case with its amount.</summary>
internal sealed record LedgerLine(Sorted Case, int Amount);

/// <summary>A list of amounts at cases, some of the class that is asked for and some of others.</summary>
internal sealed class LedgerPage
{
    private readonly IReadOnlyDictionary<string, string>? log;
    private readonly string unit;
    private readonly bool picked; // everyone chose a case, and no case was wrong

    private LedgerPage(Commission c, SortTable table, Kind kind, ImmutableArray<LedgerLine> own,
        ImmutableArray<LedgerLine> rest, Desk? desk)
    {
        (Table, Kind, Own, Rest) = (table, kind, own, rest);
        log = LogOf(c, kind);
        picked = log is null && !table.Hard && c.Rolls.Chance(0.65);
        unit = log?["unit"] ?? (table.Hard ? "records" : c.Grade.Ordinal <= 6 ? "children" : "students");
        Lines = [.. c.Rolls.Shuffle<LedgerLine>([.. own, .. rest])];
        Rows = [.. Lines.Select(line =>
            new { name = line.Case.Text, goes = table.ClassOf(line.Case.Text), n = line.Amount })];
        var about = log is null ? Task(c, desk) : desk is null ? Wording.Of(log["about"])
            : Wording.Join([desk.Figures, Wording.Of(log["about"])]);
        if (Ledger.Fits(Lines))
        {
            Told = $"{about} ";
            Figure = Pictures.Table(
                [log?["label"] ?? (table.Hard ? "case" : "answer"), unit],
                [.. Lines.Select(line =>
                    (string[])[Words.Cap(line.Case.Text), line.Amount.ToString(CultureInfo.InvariantCulture)])],
                "A table. " + string.Join(" ",
                    Lines.Select(line => $"{Words.Cap(Wording.Open(line.Case.Text))}: {Amount(line)}.")));
        }
        else
        {
            Told = $"{about}\n{string.Join("\n", Lines.Select(line => $"{Wording.Open(Words.Cap(line.Case.Text))}: {Amount(line)}"))}\n";
        }
    }

    public SortTable Table { get; }

    public Kind Kind { get; }

    /// <summary>Lines of the class that is asked for.</summary>
    public ImmutableArray<LedgerLine> Own { get; }

    public ImmutableArray<LedgerLine> Rest { get; }

    public ImmutableArray<LedgerLine> Lines { get; }

    /// <summary>What proofs work on: each case with the class that the table of data gives it.</summary>
    public ImmutableArray<object> Rows { get; }

    public Phrase Told { get; }

    public Figure? Figure { get; }

    /// <summary>
    /// Two lines or more on each side, all of different amounts; null where the class has too few cases.
    /// </summary>
    public static LedgerPage? Draw(Commission c, SortTable table, Desk? desk)
    {
        var kind = table.Asked(c);
        var size = c.Young ? 4 : c.Rolls.Between(4, 6);
        var fit = c.Rolls.Between(2, size - 2);
        var own = SortTable.Some(c, kind, fit);
        var rest = table.Others(c, kind, size - fit);
        var range = LogOf(c, kind) is { } log ? Quantities.Range(log["range"])
            : new Span(c.Young ? 1 : 2, c.Grade.Ordinal switch { 0 => 5, 1 or 2 => 8, < 6 => 20, _ => 48 });
        var amounts = c.Rolls.Shuffle(Enumerable.Range(range.Low, range.Count).ToArray());
        return own.Count < fit || rest.Count < size - fit || amounts.Length < size ? null : new LedgerPage(
            c, table, kind, [.. own.Select((s, i) => new LedgerLine(s, amounts[i]))],
                [.. rest.Select((s, i) => new LedgerLine(s, amounts[fit + i]))], desk);
    }

    public static string Listed(IEnumerable<LedgerLine> lines) =>
        string.Join("; ", lines.Select(line => $"{Wording.Open(Words.Cap(line.Case.Text))} {line.Amount}"));

    /// <summary>Asks for the sum of the class.</summary>
    public Phrase Asked(Commission c) => c.Rolls.Below(3) switch
        {
            _ when log is not null =>
                Wording.Say(Wording.Of(log["sum"].Replace("{many}", Kind.Many, StringComparison.Ordinal))),
            _ when Table.Hard => $"How many {unit} are of {Wording.Of(Kind.Many)}?",
            0 when picked => $"How many {unit} chose a {Card(c)} that goes {Under(c)} {Heading}?",
            1 when picked => $"Count all {unit} whose {Card(c)} goes {Under(c)} {Heading}. How many is that?",
            _ when picked => $"Which of these go {Under(c)} {Heading}? Add up their numbers. How many {unit} is that?",
            0 => $"How many {unit} gave an answer that fits?",
            1 => $"How many {unit} were right?",
            _ => $"Add up the answers that fit. How many {unit} is that?",
        };

    public Phrase Compared(Commission c) => c.Rolls.Below(2) switch
        {
            _ when log is not null =>
                $"Compare the sum for {Wording.Of(Kind.Many)} with the sum of all the rest. How many {unit} larger is it?",
            _ when Table.Hard => $"How many more {unit} are there of {Wording.Of(Kind.Many)} than of all the rest?",
            0 when picked => $"How many more {unit} chose a {Card(c)} that goes {Under(c)} {Heading} than one that does not?",
            _ when picked =>
                $"Take all that goes {Under(c)} {Heading} together, and all the rest together. How many {unit} more did the first get?",
            0 => $"How many more {unit} were right than wrong?",
            _ => $"By how many do right answers outnumber wrong ones?",
        };

    public Phrase Highest(Commission c, bool fits) => (log is not null, fits, c.Rolls.Below(2)) switch
    {
        (true, true, _) => $"Which of the {Wording.Of(Kind.Many)} has the highest number?",
        (true, false, _) => $"Leave out all {Wording.Of(Kind.Many)}. Which line has the highest number now?",
        (_, true, _) when Table.Hard => $"Which of the {Wording.Of(Kind.Many)} has the most records?",
        (_, false, _) when Table.Hard => $"Leave out all {Wording.Of(Kind.Many)}. Which case has the most records now?",
        (_, true, _) when picked => $"Of all that goes {Under(c)} {Heading}, which was chosen most often?",
        (_, false, _) when picked =>
            $"Leave out all that goes {Under(c)} {Heading}. Which of the rest was chosen most often?",
        (_, true, 0) => $"Which answer that fits was given most often?",
        (_, true, _) => $"Leave out the wrong answers. Which one is then the most common?",
        (_, false, 0) => $"Which answer that does not fit was given most often?",
        _ => $"Which mistake was made most often?",
    };

    private Phrase Heading => SortExample.Heading(Kind);

    /// <summary>What a child or student chose.</summary>
    private static Phrase Card(Commission c) => Wording.Of(c.Young ? "card" : "line");

    private static Phrase Under(Commission c) => Wording.Of(c.Young ? "with" : "under");

    private string Amount(LedgerLine line) =>
        string.Create(CultureInfo.InvariantCulture,
            $"{line.Amount}{(line.Amount == 1 ? Words.AfterOne(" " + unit) : " " + unit)}");

    private Phrase Task(Commission c, Desk? desk)
    {
        var ask = Wording.Of(Kind.Ask);
        if (Table.Hard)
        {
            return Desk.Lead(desk, $"An archive counts the records that it has of each case.");
        }
        if (picked)
        {
            return Choice(c, desk);
        }
        return c.Rolls.Below(3) switch
        {
            _ when desk is not null && c.Young =>
                $"{desk.Named} asks some {unit}: “{ask}” More than one answer is right. Here is what they say.",
            0 when desk is not null =>
                $"{desk.Named} makes a quiz. One task is: “{ask}” Several answers are right. These were chosen.",
            1 when desk is not null =>
                $"{desk.Named} puts this task on a quiz: “{ask}” It has more than one right answer. This is how often each was chosen.",
            _ when desk is not null =>
                $"At {c.Work!.Setting}, a quiz asks: “{ask}” More than one answer is right. {desk.Named} counted all answers.",
            0 when c.Young =>
                $"{c.Person().Name} asks the class: “{ask}” More than one answer is right. Here is what the children say.",
            _ when c.Young =>
                $"The class gets this task: “{ask}” There is more than one right answer. {c.Person().Name} counts what the children say.",
            0 => $"A class was asked: “{ask}” There is more than one right answer. All answers were counted.",
            1 => $"{c.Person().Name} writes a quiz. One task is: “{ask}” Several answers are right. These were chosen.",
            _ => $"A task on a quiz was: “{ask}” More than one answer is right. Here is how often each was chosen.",
        };
    }

    /// <summary>Everyone chooses one of the cases, to draw it, to write about it or to show it to others.</summary>
    private Phrase Choice(Commission c, Desk? desk) => c.Rolls.Below(3) switch
    {
        0 when desk is not null && c.Young =>
            $"{desk.Named} lets each child choose a card. Here is how many chose each card.",
        _ when desk is not null && c.Young =>
            $"{desk.Named} asks {unit} which card to talk about. Each child chooses one.",
        0 when desk is not null =>
            $"{desk.Named} asks {unit} what the {desk.Paper} should show. Each chooses one line.",
        1 when desk is not null =>
            $"Before {desk.Named} finishes the {desk.Paper}, {unit} vote for the line that interests them most.",
        _ when desk is not null =>
            $"{desk.Named} lets {unit} pick the line of the {desk.Paper} that they want to hear more about.",
        0 when c.Young => $"Each child chooses a card to draw. Here is how many chose each card.",
        1 when c.Young => $"{c.Person().Name} asks the class which card to talk about. Each child chooses one.",
        _ when c.Young => $"The class makes a big book. Each child chooses a card for one page.",
        0 => $"For a poster, everyone in a class chose one example. The numbers show how many chose which.",
        1 => $"{c.Person().Name} let classmates vote on which example to talk about first. Each had one vote.",
        _ => $"Everyone in a grade picked one example to write about. {c.Person().Name} counted the choices.",
    };

    private static IReadOnlyDictionary<string, string>? LogOf(Commission c, Kind kind) =>
        c.Library.Table(c.Skill.Id).FirstOrDefault(row => row.GetValueOrDefault("log") == kind.Set);
}
