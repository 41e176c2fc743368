using Pathfinity.Curriculum;

namespace Pathfinity.Content.Mathematics;

/// <summary>The usual shapes of mathematics drafts, so that a family says only what is its own.</summary>
internal static class Kit
{
    public static Draft Number(
        Phrase stem,
        long key,
        Proof proof,
        string hint,
        string why,
        Demand demand = Demand.Apply,
        double level = 0,
        string frame = "{}",
        Figure? figure = null
    ) => Number(stem, Words.Number(key), proof, hint, why, demand, level, frame, figure);

    public static Draft Number(
        Phrase stem,
        Fraction key,
        Proof proof,
        string hint,
        string why,
        Demand demand = Demand.Apply,
        double level = 0,
        string frame = "{}",
        Figure? figure = null
    ) => Number(stem, key.ToString(), proof, hint, why, demand, level, frame, figure);

    public static Draft Number(
        Phrase stem,
        string key,
        Proof proof,
        string hint,
        string why,
        Demand demand = Demand.Apply,
        double level = 0,
        string frame = "{}",
        Figure? figure = null
    ) => Of(QuestionKind.Numeric, stem, key, proof, hint, why, demand, level, frame, figure, []);

    public static Draft Text(
        Phrase stem,
        string key,
        Proof proof,
        string hint,
        string why,
        Demand demand = Demand.Apply,
        double level = 0,
        string frame = "{}",
        Figure? figure = null
    ) => Of(QuestionKind.Text, stem, key, proof, hint, why, demand, level, frame, figure, []);

    public static Draft Choice(
        Phrase stem,
        string key,
        Proof proof,
        string hint,
        string why,
        Demand demand = Demand.Apply,
        double level = 0,
        Figure? figure = null,
        params string[] shown
    ) => Of(QuestionKind.Choice, stem, key, proof, hint, why, demand, level, "{}", figure, shown);

    /// <summary>Things of the work that are counted and can be had, used up and set out in a row.</summary>
    public static WorkObject[] Goods(WorkContext work) =>
        [.. work.Objects.Where(o => o.Kind is ThingKind.Goods && o.Unit is null)];

    /// <summary>One of several wordings, at work after a sentence that says which paper or board shows the drawing.</summary>
    public static Phrase SayAt(Commission c, params Phrase[] wordings)
    {
        var stem = c.Say(wordings);
        if (c.Work is not { } work)
        {
            return stem;
        }
        var who = c.Person();
        Phrase lead = c.Rolls.Below(3) switch
        {
            0 => $"{Words.Cap(Words.A(c.Document("note")))} at {work.Setting} has this drawing. ",
            1 =>
                $"{who.Name} is {Words.A(c.Rolls.Pick(work.Roles))} at {work.Setting} and looks at {Words.A(c.Document("note"))}. ",
            _ => $"At {work.Setting}, the drawing is part of {Words.A(c.Document("note"))}. ",
        };
        return $"{lead}{stem}";
    }

    private static Draft Of(
        QuestionKind kind,
        Phrase stem,
        string key,
        Proof proof,
        string hint,
        string why,
        Demand demand,
        double level,
        string frame,
        Figure? figure,
        string[] shown
    ) =>
        new()
        {
            Kind = kind,
            Stem = stem,
            Key = [key],
            Proof = proof,
            Hint = hint,
            Rationale = why,
            Demand = demand,
            Difficulty = level,
            Frame = frame,
            Figure = figure,
            Shown = [.. shown],
        };
}
