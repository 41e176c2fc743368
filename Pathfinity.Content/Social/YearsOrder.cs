using System.Collections.Immutable;
using System.Globalization;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.SocialStudies;

/// <summary>
/// Dated events to be ordered, the first or last of them, or what a statement says about their order. Params: apart
/// (least years between two), known (true when the years are shown).
/// </summary>
internal sealed class YearsOrder() : ItemModel("social.years-order", version: 2)
{
    public override bool Works => true;

    public override bool WorksAt(WorkContext work) => Desk.Suits(work);

    public override Draft? Write(Commission c)
    {
        var table = YearTable.Of(c);
        if (Desk.Missing(c, out var desk))
        {
            return null;
        }
        var events = table.Draw(c, c.Young ? 3 : 4, c.Params.Int("apart", 3));
        if (events.Length < (c.Young ? 3 : 4))
        {
            return null;
        }
        return (desk is null ? c.Rolls.Below(3) : c.Rolls.Below(2)) switch
        {
            0 => Edge(c, table, desk, events),
            1 => Between(c, table, desk, events),
            _ => Ordered(c, table, events),
        };
    }

    private static Draft Edge(Commission c, YearTable table, Desk? desk, Dated[] events)
    {
        var late = c.Rolls.Chance(0.5);
        var key = late ? events[^1] : events[0];
        Phrase ask = (late, c.Rolls.Below(2)) switch
        {
            (false, 0) => $"Which of these happened first?",
            (false, _) => $"Which of these events is the earliest?",
            (true, 0) => $"Which of these happened last?",
            _ => $"Which of these events is the latest?",
        };
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = desk is null
                ? Wording.Say(c.Rolls.Below(2) switch { 0 => $"{ask}", _ => $"{Wording.Of(c.Skill.Name)}: {ask}" })
                : $"{desk.Intro} Four events go on the {desk.Paper} from {(late ? "latest to earliest" : "earliest to latest")}. Which one stands first?",
            Key = [Words.Cap(key.Event)],
            Demand = Demand.Recall,
            Difficulty = Close(events) ? 0.2 : 0,
            Hint = "Fix one event that you know in time, and place the others before or after it.",
            Rationale = Dated.List(events),
            Proof = Proof.Rows(Rows(events), $"year = {events.Select(e => e.Year).Order().ElementAt(late ? events.Length - 1 : 0)}"),
        };
        foreach (var wrong in events.Where(e => e != key))
        {
            draft.Wrong(
                wrong == (late ? events[0] : events[^1]) ? "social.reverses-order" : "social.mixes-near-dates", Words.Cap(wrong.Event),
                $"{Words.Cap(wrong.Event)}: {wrong.When}; {key.Event}: {key.When}.");
        }
        return draft;
    }

    private static Draft? Between(Commission c, YearTable table, Desk? desk, Dated[] events)
    {
        var key = events[1];
        var outside = table.Events.Where(e => e.Year < events[0].Year || e.Year > events[2].Year).ToArray();
        if (outside.Length < 2)
        {
            return null; // two options alone are a coin
        }
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = desk is null
                ? Wording.Say(c.Rolls.Below(2) switch
                {
                    0 => $"Event 1: {events[0].Event}. Event 2: {events[2].Event}. Which event came between these two?",
                    _ => $"A timeline shows “{Words.Cap(events[0].Event)}” and, to its right, “{Words.Cap(events[2].Event)}.” Which event stands between them?",
                })
                : $"{desk.Intro} On the {desk.Paper}, there is a gap between “{Words.Cap(events[0].Event)}” and “{Words.Cap(events[2].Event)}.” Which event belongs in the gap?",
            Key = [Words.Cap(key.Event)],
            Demand = Demand.Apply,
            Difficulty = 0.3,
            Hint = "Say the years of the two events first; then ask of each choice whether its year lies between.",
            Rationale = $"{Words.Cap(events[0].Event)}: {events[0].When}. {Words.Cap(key.Event)}: {key.When}. {Words.Cap(events[2].Event)}: {events[2].When}.",
            Proof = Proof.Rows(Rows(table.Events), $"{events[0].Year} < year < {events[2].Year}"),
        };
        foreach (var wrong in c.Rolls.Shuffle(outside).Take(3))
        {
            draft.Wrong(
                wrong.Year < events[0].Year ? "social.places-too-late" : "social.places-too-early", Words.Cap(wrong.Event),
                $"{Words.Cap(wrong.Event)}: {wrong.When}; {key.Event}: {key.When}.");
        }
        return draft;
    }

    private static Draft Ordered(Commission c, YearTable table, Dated[] events)
    {
        ImmutableArray<string> key = [.. events.Select(e => Words.Cap(e.Event))];
        return new Draft
        {
            Kind = QuestionKind.Order,
            Stem = c.Rolls.Below(3) switch
            {
                0 => $"Put the events in order from earliest to latest ({Wording.Of(Wording.Topic(c.Skill.Name))}).",
                1 => $"{Wording.Of(c.Skill.Name)}: which order is right, starting with the earliest event?",
                _ => $"Make a timeline from left to right. Order these events by time.",
            },
            Key = key,
            Demand = Demand.Apply,
            Difficulty = 0.4,
            Hint = "Find the earliest event first, then the latest.",
            Rationale = Dated.List(events),
            Proof = Proof.Sorted(table.Events.ToDictionary(
                e => Words.Cap(e.Event), e => e.Year.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal)),
        }
        .Wrong("social.reverses-order", [.. key.Reverse()], "That starts with the latest event.")
        .Wrong("social.mixes-near-dates", [key[1], key[0], .. key.Skip(2)], Dated.List(events[..2]));
    }

    private static IEnumerable<object> Rows(IEnumerable<Dated> events) => events.Select(e => new { name = Words.Cap(e.Event), year = e.Year });

    private static bool Close(Dated[] events) => events[1].Year - events[0].Year < 10;
}
