using Pathfinity.Content.Figures;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.SocialStudies;

/// <summary>
/// A drawn count of votes for several choices: the winner, a difference, all votes, or whether the winner has more
/// than half. Params: votes, ask (winner, last, difference, total, majority), choices (lists parted by /).
/// </summary>
internal sealed class Tally() : ItemModel("social.tally", version: 2)
{
    public override bool Works => true;

    public override Draft? Write(Commission c)
    {
        if (c.Work is not null && Ballots.Decisions(c.Work).IsEmpty)
        {
            return null;
        }
        var ask = c.Rolls.Pick(c.Params.List("ask", "winner", "difference"));
        var names = c.Work is not null ? ["plan A", "plan B", "plan C", "plan D"] : c.Rolls.Shuffle(c.Rolls.Pick(c.Params.List("choices",
            "apples/pears/grapes/plums", "the park/the zoo/the pool/the beach", "red/blue/green/yellow", "soccer/tag/chess/kickball")).Split('/'));
        var count = c.Young ? 3 : 4;
        var votes = names.Take(count).Select(name => (Name: name, Votes: c.Draw("votes"))).ToArray();
        var ranked = votes.OrderByDescending(v => v.Votes).ToArray();
        if (votes.Select(v => v.Votes).Distinct().Count() < count)
        {
            return null;
        }
        Phrase lead = Lead(c);
        var rows = votes.Select(v => new { name = v.Name, votes = v.Votes });
        var figure = c.Params.Int("step", 0) is > 0 and var step
            ? Pictures.Bars([.. votes.Select(v => (v.Name, v.Votes))], step, "votes", Alt(votes))
            : Pictures.Groups([.. votes.Select((v, i) => (v.Name, v.Votes, Pictures.Icons[i], Pictures.Colours[i]))], Alt(votes));
        return ask switch
        {
            "winner" or "last" => Edge(c, lead, figure, ranked, rows, ask == "winner"),
            "difference" => Difference(c, lead, figure, ranked),
            "total" => Total(c, lead, figure, votes),
            _ => Majority(c, lead, figure, ranked),
        };
    }

    private static Draft Edge(Commission c, Phrase lead, Figure figure, (string Name, int Votes)[] ranked, IEnumerable<object> rows, bool most)
    {
        var key = most ? ranked[0] : ranked[^1];
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = (most, c.Rolls.Below(3)) switch
            {
                (true, 0) => $"{lead} The picture shows the votes. Which choice wins?",
                (true, 1) => $"{lead} The choice with the most votes wins. Which one is it?",
                (true, _) => $"{lead} Look at the votes. What did the group pick?",
                (false, 0) => $"{lead} Look at the votes. Which choice got the fewest?",
                _ => $"{lead} The picture shows the votes. Which choice comes last?",
            },
            Figure = figure,
            Key = [key.Name],
            Demand = Demand.Apply,
            Hint = "Count the votes for each choice. Then compare.",
            Rationale = string.Join(", ", ranked.Select(v => $"{v.Name} {v.Votes}")) + $". So it is {key.Name}.",
            Proof = Proof.Rows(rows, $"votes = {(most ? ranked.Max(v => v.Votes) : ranked.Min(v => v.Votes))}"),
        };
        draft.Wrong("social.answers-the-opposite", (most ? ranked[^1] : ranked[0]).Name);
        foreach (var other in ranked.Where(v => v != key && v != (most ? ranked[^1] : ranked[0])))
        {
            draft.Wrong("social.counts-too-fast", other.Name);
        }
        return draft;
    }

    private static Draft Difference(Commission c, Phrase lead, Figure figure, (string Name, int Votes)[] ranked)
    {
        var (a, b) = (ranked[0], c.Rolls.Pick(ranked[1..]));
        return new Draft
        {
            Kind = QuestionKind.Numeric,
            Stem = c.Rolls.Below(3) switch
            {
                0 => $"{lead} How many more votes did {a.Name} get than {b.Name}?",
                1 => $"{lead} By how many votes does {a.Name} lead {b.Name}?",
                _ => $"{lead} How many more votes would {b.Name} need to have as many as {a.Name}?",
            },
            Figure = figure,
            Key = [Words.Number(a.Votes - b.Votes)],
            Demand = Demand.Apply,
            Hint = "Read both numbers. Then find how far apart they are.",
            Rationale = $"{a.Name} has {a.Votes} and {b.Name} has {b.Votes}. {a.Votes} − {b.Votes} = {a.Votes - b.Votes}.",
            Proof = Proof.Search("n", 0, a.Votes, $"{b.Votes} + n = {a.Votes}"),
        }
        .Wrong("social.adds-both", a.Votes + b.Votes)
        .Maybe("social.gives-one-count", a.Votes)
        .Maybe("social.gives-one-count", b.Votes)
        .Maybe("social.takes-one-too-many", a.Votes - b.Votes + 1);
    }

    private static Draft Total(Commission c, Phrase lead, Figure figure, (string Name, int Votes)[] votes)
    {
        var total = votes.Sum(v => v.Votes);
        return new Draft
        {
            Kind = QuestionKind.Numeric,
            Stem = c.Rolls.Below(3) switch
            {
                0 => $"{lead} Each person voted once. How many people voted?",
                1 => $"{lead} How many votes are there in all?",
                _ => $"{lead} Everyone voted one time. How many voters were there?",
            },
            Figure = figure,
            Key = [Words.Number(total)],
            Demand = Demand.Apply,
            Hint = "Put the votes for all choices together.",
            Rationale = $"{string.Join(" + ", votes.Select(v => v.Votes))} = {total}.",
            Proof = Proof.Tally(votes.Select(v => new { votes = v.Votes }), "sum", "true", "votes"),
        }
        .Wrong("social.leaves-one-out", total - votes[^1].Votes)
        .Maybe("social.gives-one-count", votes.Max(v => v.Votes))
        .Maybe("social.counts-the-choices", votes.Length)
        .Maybe("social.takes-one-too-many", total + 1);
    }

    private static Draft Majority(Commission c, Phrase lead, Figure figure, (string Name, int Votes)[] ranked)
    {
        var total = ranked.Sum(v => v.Votes);
        var has = 2 * ranked[0].Votes > total;
        var yes = $"Yes: {ranked[0].Votes} is more than half of {total}.";
        var not = $"No: {ranked[0].Votes} is the most, but not more than half of {total}.";
        return new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = c.Rolls.Below(3) switch
            {
                0 => $"{lead} A majority means more than half of all votes. Does the leading choice have a majority?",
                1 => $"{lead} The rule asks for a majority, more than half of all votes. Has one choice won?",
                _ => $"{lead} {Words.Cap(ranked[0].Name)} got the most votes. Is that a majority, more than half of all votes?",
            },
            Figure = figure,
            Key = [has ? yes : not],
            Demand = Demand.Reason,
            Difficulty = 0.2,
            Hint = "Add all votes, then find half.",
            Rationale = $"There are {total} votes. Half of that is {Words.Number(total / 2m)}. The leading choice has {ranked[0].Votes}.",
            Proof = Proof.Rows(
                new object[] { new { name = yes, says = 1, top = ranked[0].Votes }, new { name = not, says = 0, top = ranked[0].Votes } },
                $"(says = 1 and 2*top > {total}) or (says = 0 and 2*top <= {total})"),
        }
        .Wrong(has ? "social.misjudges-the-share" : "social.most-is-enough", has ? not : yes)
        .Wrong("social.most-is-enough", $"Yes: the choice with the most votes always has a majority.")
        .Wrong("social.all-must-agree", "No: a majority means that everyone votes for the same choice.");
    }

    private static Phrase Lead(Commission c)
    {
        if (c.Work is { } work)
        {
            c.Use(WorkUse.Decision);
            return $"At {work.Setting}, the team votes on {c.Rolls.Pick(Ballots.Decisions(work))}. Each plan is one choice.";
        }
        return Wording.Of(c.Rolls.Pick(c.Params.List("body", "A class votes.", "Some friends vote.", "A club takes a vote.", "A family votes.")));
    }

    private static string Alt(IEnumerable<(string Name, int Votes)> votes) =>
        "Votes: " + string.Join(", ", votes.Select(v => $"{v.Name} {v.Votes}")) + ".";
}
