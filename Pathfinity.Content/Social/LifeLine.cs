using System.Collections.Immutable;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.SocialStudies;

/// <summary>
/// A drawn timeline of a made-up life, family or place of work. Params: ask (first, between, age, span), young (ages
/// instead of years), from (year of the first event), gap (years between events).
/// </summary>
internal sealed class LifeLine() : ItemModel("social.life-line", version: 4)
{
    private static readonly ImmutableArray<Moment> Childhood =
    [
        new("learns to walk", 1), new("gets a dog", 1), new("moves to a new home", 1), new("gets a baby sister", 1),
        new("rides a bike", 4), new("learns to swim", 4), new("starts school", 5), new("loses a tooth", 6),
    ];

    private static readonly ImmutableArray<Moment> Life =
    [
        new("is born", 0), new("starts school", 6), new("moves to the city", 18), new("opens a shop", 20), new("marries", 20),
        new("builds a house", 20), new("plants an orchard", 20), new("becomes a teacher", 22),
    ];

    private static readonly ImmutableArray<Moment> Place =
    [
        new("opens", 0), new("moves to a larger building", 1), new("gets its first computer", 1), new("hires a tenth worker", 1),
        new("burns and is built again", 1), new("opens a second branch", 1), new("is painted blue", 1), new("wins a prize", 1),
    ];

    public override bool Works => true;

    public override Draft? Write(Commission c)
    {
        var ages = c.Work is null && c.Params.Flag("young");
        var who = c.Person();
        var events = Order(c, c.Work is not null ? Place : ages ? Childhood : Life);
        var from = ages ? 1 : c.Params.Range("from", 1950, 1990).Draw(c.Rolls);
        var begin = ages ? 0 : from;
        var years = new int[4];
        years[0] = Math.Max(from, begin + events[0].AgeLeast);
        for (var i = 1; i < 4; i++)
        {
            var gap = ages ? c.Rolls.Between(1, 2) : c.Draw("gap", 3, 14);
            years[i] = Math.Max(years[i - 1] + gap, begin + events[i].AgeLeast);
        }
        var name = c.Work is null ? who.Name : c.Work.Setting;
        Phrase subject = $"{name}";
        if (c.Work is not null)
        {
            c.Use(WorkUse.Document);
        }
        var points = events.Select((moment, i) => (moment.Event, years[i])).ToArray();
        var alt = $"A timeline. {string.Join(" ", points.Select(p => $"{(ages ? "Age " : "")}{p.Item2}: {Words.Cap(name)} {p.Event}."))}";
        var figure = Timelines.Of(points, alt);
        return c.Rolls.Pick(c.Params.List("ask", "first", "between")) switch
        {
            "first" => First(c, subject, figure, points),
            "between" => Between(c, subject, figure, points),
            "age" => Age(c, subject, figure, points, ages),
            _ => Gap(c, subject, figure, points, ages),
        };
    }

    /// <summary>Four of the moments, in an order in which somebody can live them.</summary>
    private static Moment[] Order(Commission c, ImmutableArray<Moment> from)
    {
        var picked = c.Rolls.Shuffle([.. from])[..4];
        return
        [
            .. (from[0].AgeLeast == 0 ? picked.Where(moment => moment != from[0]).Take(3).Prepend(from[0]) : picked)
                .OrderBy(moment => moment.AgeLeast),
        ];
    }

    private static Draft First(Commission c, Phrase subject, Pathfinity.Content.Figure figure, (string Event, int Year)[] points)
    {
        var last = c.Rolls.Chance(0.5);
        var key = last ? points[^1] : points[0];
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = (last, c.Rolls.Below(3)) switch
            {
                (false, 0) => $"The timeline tells about {subject}. What happens first?",
                (false, 1) => $"Read the timeline from left to right. What is the first thing on it?",
                (false, _) => $"What comes before all the other things on the timeline of {subject}?",
                (true, 0) => $"The timeline tells about {subject}. What happens last?",
                (true, 1) => $"Read the timeline from left to right. What is the last thing on it?",
                _ => $"What comes after all the other things on the timeline of {subject}?",
            },
            Figure = figure,
            Key = [$"{Words.Cap(subject.Text)} {key.Event}"],
            Demand = Demand.Apply,
            Hint = "A timeline starts on the left.",
            Rationale = $"The order on the timeline is: {string.Join(", ", points.Select(p => p.Event))}.",
            Proof = Proof.Rows(points.Select(p => new { name = $"{Words.Cap(subject.Text)} {p.Event}", at = p.Year }), $"at = {(last ? points.Max(p => p.Year) : points.Min(p => p.Year))}"),
        };
        foreach (var other in points.Where(p => p != key).Take(c.Young ? 2 : 3))
        {
            draft.Wrong(other == (last ? points[0] : points[^1]) ? "social.reverses-order" : "social.skips-one-in-a-row", $"{Words.Cap(subject.Text)} {other.Event}", $"On the line it stands at {other.Year}, the right one at {key.Year}.");
        }
        return draft;
    }

    private static Draft Between(Commission c, Phrase subject, Pathfinity.Content.Figure figure, (string Event, int Year)[] points)
    {
        var at = c.Rolls.Between(1, 2);
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = c.Rolls.Below(3) switch
            {
                0 => $"Look at the timeline. What happens after “{points[at - 1].Event}” and before “{points[at + 1].Event}”?",
                1 => $"What stands between “{points[at - 1].Event}” and “{points[at + 1].Event}” on the timeline of {subject}?",
                _ => $"First: {points[at - 1].Event}. Later: {points[at + 1].Event}. What does the timeline show between these two?",
            },
            Figure = figure,
            Key = [$"{Words.Cap(subject.Text)} {points[at].Event}"],
            Demand = Demand.Apply,
            Hint = "Put a finger on the first event and move to the right.",
            Rationale = $"The order on the timeline is: {string.Join(", ", points.Select(p => p.Event))}.",
            Proof = Proof.Rows(points.Select(p => new { name = $"{Words.Cap(subject.Text)} {p.Event}", at = p.Year }), $"{points[at - 1].Year} < at < {points[at + 1].Year}"),
        };
        foreach (var other in points.Where((_, i) => i != at).Take(c.Young ? 2 : 3))
        {
            draft.Wrong("social.skips-one-in-a-row", $"{Words.Cap(subject.Text)} {other.Event}", $"It stands at {other.Year}, which is not between the two.");
        }
        return draft;
    }

    private static Draft Age(Commission c, Phrase subject, Pathfinity.Content.Figure figure, (string Event, int Year)[] points, bool ages)
    {
        var at = c.Rolls.Below(4);
        return new Draft
        {
            Kind = QuestionKind.Numeric,
            Stem = (ages, c.Rolls.Below(3)) switch
            {
                (true, 0) => $"The numbers on the timeline are ages. How old is {subject} at “{points[at].Event}”?",
                (true, 1) => $"Find “{points[at].Event}” on the timeline. What is the age of {subject} there?",
                (true, _) => $"{Words.Cap(subject.Text)} {points[at].Event}. At what age is that? Read the timeline.",
                (_, 0) => $"In which year does the timeline show “{points[at].Event}”?",
                (_, 1) => $"Find “{points[at].Event}” on the timeline of {subject}. Which year is it?",
                _ => $"{Words.Cap(subject.Text)} {points[at].Event}. Which year does the timeline give for that?",
            },
            Figure = figure,
            Key = [Words.Number(points[at].Year)],
            Demand = Demand.Apply,
            Hint = "Find the words. Then read the number at the same point.",
            Rationale = $"The number at “{points[at].Event}” is {points[at].Year}.",
            Proof = Proof.Rows(points.Select(p => new { @event = p.Event, at = p.Year }), $"event = '{points[at].Event}'", "at"),
        }
        .Wrong("social.reads-another-row", points[(at + 1) % 4].Year, $"That is the number at “{points[(at + 1) % 4].Event}.”")
        .Wrong("social.reads-another-row", points[(at + 2) % 4].Year, $"That is the number at “{points[(at + 2) % 4].Event}.”")
        .Wrong("social.reads-another-row", points[(at + 3) % 4].Year, $"That is the number at “{points[(at + 3) % 4].Event}.”");
    }

    private static Draft Gap(Commission c, Phrase subject, Pathfinity.Content.Figure figure, (string Event, int Year)[] points, bool ages)
    {
        var i = c.Rolls.Between(0, 2);
        var j = c.Rolls.Between(i + 1, 3);
        var years = points[j].Year - points[i].Year;
        return new Draft
        {
            Kind = QuestionKind.Numeric,
            Stem = c.Rolls.Below(4) switch
            {
                0 => $"Look at the timeline. How many years pass from “{points[i].Event}” to “{points[j].Event}”?",
                1 => $"How many years after “{points[i].Event}” comes “{points[j].Event}” on the timeline of {subject}?",
                2 => $"The timeline tells about {subject}. How long is the time between “{points[i].Event}” and “{points[j].Event}” in years?",
                _ => $"Someone asks about {subject}: “How many years lie between {points[i].Year} and {points[j].Year}?” What is the answer?",
            },
            Figure = figure,
            Key = [Words.Number(years)],
            Demand = Demand.Apply,
            Hint = ages ? "Count on from the smaller age." : "Subtract the earlier year from the later year.",
            Rationale = $"{points[j].Year} − {points[i].Year} = {years}.",
            Proof = Proof.Search("n", 0, 300, $"{points[i].Year} + n = {points[j].Year}"),
        }
        .Wrong("social.counts-both-ends", years + 1)
        .Maybe("social.misses-one", years - 1)
        .Maybe("social.borrows-wrongly", years + 10);
    }

    /// <summary>What happens at some age or after it.</summary>
    private sealed record Moment(string Event, int AgeLeast);
}
