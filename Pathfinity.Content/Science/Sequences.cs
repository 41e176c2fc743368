using System.Collections.Immutable;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Science;

/// <summary>Things that follow each other in one order.</summary>
internal sealed class Sequence
{
    public string Key { get; set; } = "";

    /// <summary>What the order is of: "the life of a frog".</summary>
    public string Of { get; set; } = "";

    /// <summary>How it begins, for questions that ask for the order: "from egg to adult".</summary>
    public string Along { get; set; } = "from first to last";

    /// <summary>Whether it is told from one end of a scale to the other, as "from smallest to largest".</summary>
    public bool IsScale => Along.Contains("est to ", StringComparison.Ordinal);

    public string Bug { get; set; } = "";

    public List<string> Steps { get; set; } = [];
}

/// <summary>What comes next, before, between, first; the whole order. Params: sequence (one or several).</summary>
internal sealed class OrderSteps() : ScienceModel("science.order-steps")
{
    protected override Draft? Ask(Commission c)
    {
        var sequence = Worlds.Default.Sequence(c.Rolls.Pick(c.Params.List("sequence")));
        return c.Work is null && c.Rolls.Chance(0.35) ? Whole(c, sequence) : One(c, sequence);
    }

    private static Draft Whole(Commission c, Sequence sequence)
    {
        var size = Math.Min(sequence.Steps.Count, c.Young ? 3 : 5);
        var picked = c.Rolls.Shuffle(Enumerable.Range(0, sequence.Steps.Count).ToArray())[..size].Order().ToArray();
        var steps = picked.Select(i => Words.Cap(sequence.Steps[i])).ToImmutableArray();
        var swapped = steps.ToArray();
        var at = c.Rolls.Below(size - 1);
        (swapped[at], swapped[at + 1]) = (swapped[at + 1], swapped[at]);
        return new Draft
        {
            Kind = QuestionKind.Order,
            Stem = $"Put these in order, {Asking.Wording(sequence.Along)}: {Asking.Wording(sequence.Of)}.",
            Key = steps,
            Demand = Demand.Apply,
            Hint = "Find what must come first. Then ask each time what it turns into or leads to.",
            Rationale = $"The order is: {string.Join("; ", picked.Select(i => sequence.Steps[i]))}.",
            Proof = Proof.Sorted(picked.ToDictionary(
                i => Words.Cap(sequence.Steps[i]), i => Words.Number(i + 1), StringComparer.Ordinal)),
        }
        .Wrong(sequence.Bug, [.. swapped])
        .Wrong("science.reverses-order", [.. steps.Reverse()]);
    }

    /// <summary>True when a word of the direction, such as "from egg to adult", stands in the step.</summary>
    private static bool Names(string along, string step)
    {
        var words = along.Split(' ')
            .Except(["from", "to", "the", "of", "on", "and", "a", "start", "first", "last", "end"]);
        return words.Any(word => step.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static Draft? One(Commission c, Sequence sequence)
    {
        var steps = sequence.Steps;
        var form = c.Rolls.Below(5);
        var key = form switch
        {
            0 or 3 => c.Rolls.Between(1, steps.Count - 1),
            1 => c.Rolls.Between(0, steps.Count - 2),
            2 when steps.Count > 2 => c.Rolls.Between(1, steps.Count - 2),
            _ => c.Rolls.Chance(0.5) ? 0 : steps.Count - 1,
        };
        if (form > 3 && Names(sequence.Along, steps[key]))
        {
            return null; // "from egg to adult" tells what comes first
        }
        var lead = Asking.Lead(c);
        var of = Asking.Wording(sequence.Of);
        var who = c.Person();
        var where = form switch
        {
            0 or 3 => $"place = {key} + 1",
            1 => $"place + 1 = {key} + 2",
            2 when steps.Count > 2 => $"place > {key} and place < {key + 2}",
            _ => key == 0 ? "place = 1" : $"place = {steps.Count}",
        };
        Phrase stem = form switch
        {
            0 or 3 when sequence.IsScale => Beside(c, lead, sequence, "after", steps[key - 1]),
            1 when sequence.IsScale => Beside(c, lead, sequence, "before", steps[key + 1]),
            0 or 3 => After(c, lead, of, who, steps[key - 1]),
            1 => Before(c, lead, of, who, steps[key + 1]),
            2 when steps.Count > 2 => Between(c, lead, of, who, steps[key - 1], steps[key + 1]),
            _ => End(c, lead, of, who, Asking.Wording(key == 0 ? "first" : "last"), Asking.Wording(sequence.Along)),
        };
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = stem,
            Key = [Words.Cap(steps[key])],
            Demand = form == 2 ? Demand.Reason : Demand.Apply,
            Hint = "Say the whole order to yourself from the start.",
            Rationale = $"The order is: {string.Join("; ", steps)}.",
            Proof = Proof.Rows(
                steps.Select((step, i) => new { name = Words.Cap(step), place = i + 1 }).ToList(), where),
        };
        var given = form switch
        {
            0 or 3 => [key - 1],
            1 => [key + 1],
            2 => [key - 1, key + 1],
            _ => Array.Empty<int>(),
        };
        var others = Enumerable.Range(0, steps.Count).Where(i => i != key && !given.Contains(i)).ToArray();
        foreach (var i in c.Rolls.Shuffle(others).Take(3))
        {
            draft.Wrong(sequence.Bug, Words.Cap(steps[i]));
        }
        return Asking.Enough(c, draft);
    }

    /// <summary>On a scale, only its direction says which side is which.</summary>
    private static Phrase Beside(Commission c, Phrase lead, Sequence sequence, string side, string step)
    {
        var (of, along) = (Asking.Wording(sequence.Of), Asking.Wording(sequence.Along));
        return c.Rolls.Below(2) switch
        {
            0 => $"{lead}Think of {of}, told {along}. What comes right {Asking.Wording(side)} this: {step}?",
            _ => $"{lead}A list of {of} goes {along}. What stands right {Asking.Wording(side)} this: {step}?",
        };
    }

    private static Phrase After(
        Commission c, Phrase lead, Phrase of, Person who, string step) => c.Rolls.Below(6) switch
    {
        0 => $"{lead}Think of {of}. What comes right after this: {step}?",
        1 => $"{lead}{who.Name} tells about {of} and stops at this step: {step}. Which step must {who.They} tell next?",
        2 => $"{lead}{who.Name} draws {of}, one picture for each step. Here is one: {step}. What does the next "
            + $"picture show?",
        3 => $"{lead}An arrow in a diagram of {of} starts at this step: {step}. Where does it point?",
        4 => $"{lead}A list of {of} is torn off after this line: {step}. What did the next line say?",
        _ => $"{lead}{who.Name} lays a card for each step of {of} in a row, the first one on the left. "
            + $"What does the card to the right of this one say: {step}?",
    };

    private static Phrase Before(
        Commission c, Phrase lead, Phrase of, Person who, string step) => c.Rolls.Below(4) switch
    {
        0 => $"{lead}Think of {of}. What comes right before this: {step}?",
        1 => $"{lead}{who.Name} knows one part of {of}: {step}. Which one stands right before it?",
        2 => $"{lead}In a diagram of {of}, one arrow ends here: {step}. Where did it start?",
        _ => $"{lead}{who.Name} writes down the steps of {of} in order. One line is: {step}. What does the line "
            + $"right above it say?",
    };

    private static Phrase Between(
        Commission c, Phrase lead, Phrase of, Person who, string first, string last) => c.Rolls.Below(3) switch
    {
        0 => $"{lead}In {of}, what comes between these two: {first}; {last}?",
        1 => $"{lead}{who.Name} left a gap in {of}: {first}; ...; {last}. What belongs in the gap?",
        _ => $"{lead}One card of {of} is lost. The cards beside it say: {first}; {last}. What did the lost one say?",
    };

    private static Phrase End(
        Commission c, Phrase lead, Phrase of, Person who, Phrase end, Phrase along) => c.Rolls.Below(3) switch
    {
        0 => $"{lead}Which comes {end} in {of}, told {along}?",
        1 => $"{lead}{who.Name} tells about {of}, {along}. What is told {end}?",
        _ => $"{lead}{who.Name} makes a row of pictures of {of}, {along}. Which picture is {end}?",
    };
}
