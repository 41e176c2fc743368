using Pathfinity.Curriculum;

namespace Pathfinity.Content.SocialStudies;

/// <summary>Years between two dated events, the century of one, or a place on a drawn timeline. Params: ask.</summary>
internal sealed class YearsSpan() : ItemModel("social.years-span", version: 2)
{
    private const int LastCentury = 21; // no later one is offered

    public override bool Works => true;

    public override bool WorksAt(WorkContext work) => Desk.Suits(work);

    public override Draft? Write(Commission c)
    {
        var table = YearTable.Of(c);
        if (Desk.Missing(c, out var desk))
        {
            return null;
        }
        return c.Rolls.Pick(c.Params.List("ask", "span", "century", "line")) switch
        {
            "span" => Span(c, table, desk),
            "century" => Century(c, table, desk),
            "decade" => Decade(c, table, desk),
            _ => Line(c, table, desk),
        };
    }

    private static Draft? Span(Commission c, YearTable table, Desk? desk)
    {
        var events = table.Draw(c, 2, 2);
        var (a, b) = (events[0], events[1]);
        if ((a.Year < 0 && b.Year > 0) || b.Year - a.Year < 2)
        {
            return null; // spans across the eras have a model of their own
        }
        var years = b.Year - a.Year;
        Phrase dates = $"{Words.Cap(a.Event)}: {a.When}. {Words.Cap(b.Event)}: {b.When}.";
        return new Draft
        {
            Kind = QuestionKind.Numeric,
            Stem = desk is null
                ? Wording.Say(c.Rolls.Below(3) switch
                {
                    0 => $"{dates} How many years lie between the two?",
                    1 => $"{dates} How many years after the first event did the second one happen?",
                    _ => $"Two dates stand on a timeline. {dates} How long is the span between them in years?",
                })
                : $"{desk.Intro} The {desk.Paper} gives two dates. {dates} {desk.Who.Subject} wants to add how many years passed between them. Which number is right?",
            Key = [Words.Number(years)],
            Frame = "{} years",
            Demand = Demand.Apply,
            Hint = a.Year < 0 ? "Years BCE count down: subtract the smaller number from the larger." : "Subtract the earlier year from the later year.",
            Rationale = a.Year < 0 ? $"{-a.Year} − {-b.Year} = {years} years." : $"{b.Year} − {a.Year} = {years} years.",
            Proof = Proof.Search("n", 0, (2 * years) + 100, $"{a.Year} + n = {b.Year}"),
        }
        .Wrong("social.counts-both-ends", years + 1)
        .Maybe("social.borrows-wrongly", years + 10)
        .Maybe("social.rounds-to-hundreds", years + 100, "Counts one hundred years too many.")
        .Maybe("social.misses-one", years - 1);
    }

    private static Draft Century(Commission c, YearTable table, Desk? desk)
    {
        var one = c.Rolls.Pick(table.Events);
        var size = Math.Abs(one.Year);
        var century = (size + 99) / 100;
        var era = one.Year < 0 ? " BCE" : "";
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = desk is null
                ? Wording.Say(c.Rolls.Below(3) switch
                {
                    0 => $"{Words.Cap(one.Event)}: {one.When}. In which century was that?",
                    1 => $"To which century does this date belong? {Words.Cap(one.Event)}: {one.When}.",
                    _ => $"A timeline is marked by centuries. Under which century does this stand? {Words.Cap(one.Event)}, {one.When}.",
                })
                : $"{desk.Intro} {desk.Who.Subject} sorts dates by century for the {desk.Paper}: {one.Event}, {one.When}. Under which century does it go?",
            Key = [$"{Words.Ordinal(century)} century{era}"],
            Demand = Demand.Apply,
            Hint = "The first century has the years 1 to 100, the second the years 101 to 200, and so on.",
            Rationale = $"The years {(century * 100) - 99} to {century * 100}{era} make up the {Words.Ordinal(century)} century{era}.",
            Proof = Proof.Rows(
                Enumerable.Range(Math.Max(1, century - 2), 6).Select(n => new { name = $"{Words.Ordinal(n)} century{era}", low = (n * 100) - 99, high = n * 100 }),
                $"low <= {size} <= high"),
        }
        .Wrong("social.century-by-first-digits", $"{Words.Ordinal(century > 1 ? century - 1 : 4)} century{era}");
        int[] others = (LastCentury - century) switch
        {
            <= 0 => [century - 2, century - 3],
            1 => [century + 1, century - 2],
            _ => [century + 1, century + 2],
        };
        foreach (var other in others)
        {
            draft.Wrong(
                other > century ? "social.century-one-too-many" : "social.century-by-first-digits",
                $"{Words.Ordinal(other)} century{era}",
                other == century + 1 ? null : $"Goes {(other > century ? "up" : "down")} from the first digits of the year when naming a century.");
        }
        return draft;
    }

    private static Draft? Decade(Commission c, YearTable table, Desk? desk)
    {
        var one = c.Rolls.Pick(table.Events);
        if (one.Year < 1000)
        {
            return null;
        }
        var decade = one.Year / 10 * 10;
        return new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = desk is null
                ? Wording.Say(c.Rolls.Below(2) switch
                {
                    0 => $"{Words.Cap(one.Event)}: {one.When}. In which decade was that?",
                    _ => $"Under which decade does this stand on a timeline? {Words.Cap(one.Event)}, {one.When}.",
                })
                : $"{desk.Intro} {desk.Who.Subject} sorts dates by decade for the {desk.Paper}: {one.Event}, {one.When}. Under which decade does it go?",
            Key = [$"the {decade}s"],
            Demand = Demand.Apply,
            Hint = "A decade is ten years with the same first three digits.",
            Rationale = $"The {decade}s run from {decade} to {decade + 9}.",
            Proof = Proof.Rows(
                Enumerable.Range(-2, 5).Select(n => new { name = $"the {decade + (10 * n)}s", low = decade + (10 * n), high = decade + (10 * n) + 9 }),
                $"low <= {one.Year} <= high"),
        }
        .Wrong("social.rounds-up-decade", $"the {decade + 10}s")
        .Wrong("social.counts-both-ends", $"the {decade - 10}s")
        .Maybe("social.century-by-first-digits", $"the {one.Year / 100 * 100}s", "That names the hundred years, not the ten.");
    }

    private static Draft? Line(Commission c, YearTable table, Desk? desk)
    {
        var events = table.Draw(c, 4, 8);
        if (events.Length < 4 || (events[0].Year < 0 && events[^1].Year > 0))
        {
            return null;
        }
        var at = c.Rolls.Between(0, 3);
        var key = events[at];
        var alt = "A timeline with four points: " + string.Join("; ", events.Select((e, i) => $"{(char)('A' + i)} at {e.When}")) + ".";
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = desk is null
                ? Wording.Say(c.Rolls.Below(2) switch
                {
                    0 => $"Look at the timeline. Which event stands at point {(char)('A' + at)}?",
                    _ => $"Points A to D on the timeline are four events. Which one is point {(char)('A' + at)}?",
                })
                : $"{desk.Intro} The names at the four points of its timeline are missing. Which event belongs at point {(char)('A' + at)}?",
            Figure = Timelines.Of(events.Select((e, i) => (((char)('A' + i)).ToString(), e.Year)).ToArray(), alt),
            Key = [Words.Cap(key.Event)],
            Demand = Demand.Apply,
            Hint = "Read the year at the point, then think of what happened then.",
            Rationale = $"Point {(char)('A' + at)} is at {key.When}. {Words.Cap(key.Event)}: {key.When}.",
            Proof = Proof.Rows(events.Select(e => new { name = Words.Cap(e.Event), year = e.Year }), $"year = {key.Year}"),
        };
        foreach (var wrong in events.Where(e => e != key))
        {
            draft.Wrong(
                wrong.Year < key.Year ? "social.places-too-late" : "social.places-too-early", Words.Cap(wrong.Event),
                $"{Words.Cap(wrong.Event)}: {wrong.When}, not {key.When}.");
        }
        return draft;
    }
}
