using Pathfinity.Curriculum;

namespace Pathfinity.Content.SocialStudies;

/// <summary>
/// Whether a vote passes under a rule, told with its reason, or how many votes are still needed. Params: rules (half,
/// two-thirds, three-fourths), size, body (who votes, such as "the council"), ask (passes, needed).
/// </summary>
internal sealed class VoteRule() : ItemModel("social.vote-rule", version: 2)
{
    public override bool Works => true;

    public override Draft? Write(Commission c)
    {
        var rule = Rule.Of(c.Rolls.Pick(c.Params.List("rules", "half")));
        if (c.Work is not null && (c.Params.Has("body") || Ballots.Decisions(c.Work).IsEmpty))
        {
            return null; // a vote of lawmakers is not a vote of a staff
        }
        var size = c.Work is null ? c.Draw("size") : c.Rolls.Between(9, 45);
        var least = rule.Least(size);
        var shift = c.Rolls.Between(-Math.Max(2, size / 12), Math.Max(1, size / 12));
        var yes = least + shift;
        if (yes >= size || yes <= size / 4)
        {
            return null;
        }
        return c.Rolls.Pick(c.Params.List("ask", "passes", "needed")) == "passes"
            ? Passes(c, rule, size, yes, least)
            : Needed(c, rule, size, Math.Min(yes, least - c.Rolls.Between(1, Math.Max(2, size / 8))), least);
    }

    private static Draft? Passes(Commission c, Rule rule, int size, int yes, int least)
    {
        var no = size - yes;
        var passes = yes >= least;
        var most = yes > no;
        var key = passes ? $"It passes, because {yes} is {rule.Of(size)}." : $"It fails, because {yes} is less than {rule.Name} of {size}.";
        var plan = Plan(c, out var lead);
        Phrase stem = c.Rolls.Below(3) switch
        {
            0 => $"{lead} A plan {plan} needs {Wording.Of(rule.Words)} of all {size} votes. The vote is {yes} yes and {no} no. What happens?",
            1 => $"{lead} The rule says that a plan {plan} passes with {Wording.Of(rule.Words)} of the {size} votes. {yes} vote yes, {no} vote no. Does it pass?",
            _ => $"{lead} Of {size} voters, {yes} are for a plan {plan} and {no} are against it. The plan needs {Wording.Of(rule.Words)} of all votes. What is the result?",
        };
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = stem,
            Key = [key],
            Demand = rule.IsHalf ? Demand.Apply : Demand.Reason,
            Difficulty = Math.Abs(yes - least) <= 2 ? 0.3 : 0,
            Hint = $"First find {rule.Name} of {size}. Then compare.",
            Rationale = $"At least {least} of {size} votes are needed. With {yes} the plan {(passes ? "passes" : "fails")}.",
            Proof = Proof.Rows(
                new object[]
                {
                    new { name = $"It passes, because {yes} is {rule.Of(size)}.", says = 1, yes },
                    new { name = $"It fails, because {yes} is less than {rule.Name} of {size}.", says = 0, yes },
                },
                $"(says = 1 and {rule.Test(size)}) or (says = 0 and not {rule.Test(size)})"),
        };
        draft.Wrong(passes ? "social.misjudges-the-share" : "social.most-is-enough", passes
            ? $"It fails, because {yes} is less than {rule.Name} of {size}." : $"It passes, because {yes} is {rule.Of(size)}.");
        draft.Wrong("social.all-must-agree", $"It fails, because {no} voted no and all must agree.");
        draft.Wrong(most ? "social.wins-by-difference" : "social.loses-by-difference", most
            ? $"It passes, because yes leads by {yes - no} and any lead is enough." : $"It passes, because {yes} votes are a lot and the number of no votes does not count.");
        return draft;
    }

    private static Draft? Needed(Commission c, Rule rule, int size, int yes, int least)
    {
        if (yes <= 1 || yes >= least)
        {
            return null;
        }
        var plan = Plan(c, out var lead);
        Phrase stem = c.Rolls.Below(3) switch
        {
            0 => $"{lead} A plan {plan} needs {Wording.Of(rule.Words)} of all {size} votes. So far {yes} are for it. How many more yes votes does it need at least?",
            1 => $"{lead} {size} people may vote, and a plan {plan} passes with {Wording.Of(rule.Words)} of their votes. {yes} have said yes. How many more must say yes for it to pass?",
            _ => $"{lead} To pass, a plan {plan} must get {Wording.Of(rule.Words)} of {size} votes. It has {yes}. What is the smallest number of further votes that will do?",
        };
        return new Draft
        {
            Kind = QuestionKind.Numeric,
            Stem = stem,
            Key = [Words.Number(least - yes)],
            Demand = Demand.Apply,
            Difficulty = 0.2,
            Hint = $"What is the smallest number that is {rule.Words} of {size}?",
            Rationale = $"The plan needs at least {least} of {size}. {least} − {yes} = {least - yes}.",
            Proof = Proof.Search("n", 0, size, rule.Test(size).Replace("yes", $"({yes} + n)", StringComparison.Ordinal), $"not {rule.Test(size).Replace("yes", $"({yes} + n - 1)", StringComparison.Ordinal)}"),
        }
        .Wrong("social.needs-all-votes", size - yes)
        .Maybe("social.half-is-enough", (size / 2) - yes > 0 ? (size / 2) - yes : least - yes + 1)
        .Maybe("social.gives-the-whole-number-needed", least)
        .Maybe("social.takes-one-too-many", least - yes + 1);
    }

    /// <summary>What the vote is about: at work one of the decisions there.</summary>
    private static Phrase Plan(Commission c, out Phrase lead)
    {
        if (c.Work is not null)
        {
            c.Use(WorkUse.Decision);
            lead = $"The team at {c.Work.Setting} holds a vote on {c.Rolls.Pick(Ballots.Decisions(c.Work))}.";
            return $"for this";
        }
        lead = Wording.Of(c.Rolls.Pick(c.Params.List("body", "A club votes.")));
        return Wording.Of(c.Rolls.Pick(c.Params.List("plans", "for a new rule")));
    }

    /// <summary>A share of all votes that is needed.</summary>
    private sealed record Rule(string Name, string Words, int Num, int Den, bool IsHalf)
    {
        public static Rule Of(string key) => key switch
        {
            "half" => new("half", "more than half", 1, 2, true),
            "two-thirds" => new("two thirds", "at least two thirds", 2, 3, false),
            "three-fifths" => new("three fifths", "at least three fifths", 3, 5, false),
            _ => new("three fourths", "at least three fourths", 3, 4, false),
        };

        public int Least(int size) => IsHalf ? (size / 2) + 1 : ((Num * size) + Den - 1) / Den;

        public string Of(int size) => IsHalf ? $"more than half of {size}" : $"at least {Name} of {size}";

        public string Test(int size) => IsHalf ? $"2*yes > {size}" : $"{Den}*yes >= {Num * size}";
    }
}
