using System.Globalization;
using Pathfinity.Content.Figures;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.SocialStudies;

/// <summary>
/// Accounts of a made-up event, weighed by who made them, when, from what knowledge and with what to gain: the closest
/// witness, independent accounts, a number that two independent accounts give, a mean without those who gain. Params: ask.
/// </summary>
internal sealed class Sources() : ItemModel("social.sources")
{
    private const string Own = "own sight";

    public override bool Works => true;

    public override bool WorksAt(WorkContext work) => Desk.Suits(work);

    public override Draft? Write(Commission c)
    {
        if (Desk.Missing(c, out var desk))
        {
            return null;
        }
        var scene = SourceScene.Draw(c);
        return c.Rolls.Pick(c.Params.List("ask", "closest", "independent", "backed", "mean")) switch
        {
            "closest" => Closest(c, desk, scene),
            "independent" => Independent(c, desk, scene),
            "backed" => Backed(c, desk, scene),
            _ => Mean(c, desk, scene),
        };
    }

    private static Draft Closest(Commission c, Desk? desk, SourceScene scene)
    {
        var kinds = c.Rolls.Shuffle(SourceScene.Kinds);
        var year = scene.Year;
        var soon = year + c.Rolls.Between(1, 3);
        (string Kind, int Made, bool There, string Bug, string Why)[] sources =
        [
            (kinds[0], soon, true, "", ""),
            (kinds[1], soon + c.Rolls.Between(8, 40), true, "social.any-witness-will-do", ""),
            (kinds[2], soon - c.Rolls.Between(0, soon - year), false, "social.soonest-is-best", ""),
            (kinds[3], soon + c.Rolls.Between(20, 70), false, "social.newest-knows-best", ""),
        ];
        var shown = c.Rolls.Shuffle(sources);
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = Desk.Lead(desk, c.Rolls.Below(3) switch
            {
                0 => $"{scene.Told} Which source was made by somebody who was there, and made soonest after it?",
                1 => $"{scene.Told} You want an eyewitness whose memory was still fresh. Which source in the table fits best?",
                _ => $"{scene.Told} Keep only sources by people who were there. Which of them was made first?",
            }),
            Figure = Pictures.Table(
                ["source", "made in", "maker was there"],
                [.. shown.Select(s => (string[])[s.Kind, s.Made.ToString(CultureInfo.InvariantCulture), s.There ? "yes" : "no"])],
                "A table. " + string.Join(" ", shown.Select(s => $"{Words.Cap(s.Kind)}: made in {s.Made}, maker was there: {(s.There ? "yes" : "no")}."))),
            Key = [kinds[0]],
            Demand = Demand.Reason,
            Hint = "First cross out those who were not there. Then compare the years.",
            Rationale = $"The makers of {kinds[0]} and {kinds[1]} were there. {soon} is earlier than {sources[1].Made}.",
            Proof = Proof.Rows(
                shown.Select(s => new { name = s.Kind, made = s.Made, there = s.There ? "yes" : "no" }),
                $"there = 'yes' and made <= {shown.Where(s => s.There).Min(s => s.Made)}"),
        };
        foreach (var s in sources.Skip(1))
        {
            draft.Wrong(s.Bug, s.Kind, s.There ? $"Its maker was there, but made it {s.Made - year} years after." : "Its maker was not there.");
        }
        return draft;
    }

    private static Draft Independent(Commission c, Desk? desk, SourceScene scene)
    {
        var (first, second) = (c.Rolls.Between(2, 5), c.Rolls.Between(1, 2));
        var copies = c.Rolls.Between(1, 2);
        var letters = "ABCDEFGHI"[..(first + second + copies)].Select(letter => letter.ToString()).ToArray();
        var says = c.Rolls.Shuffle<(bool First, bool Copy)>(
            [.. Enumerable.Repeat((true, false), first), .. Enumerable.Repeat((false, false), second), .. Enumerable.Repeat((true, true), copies)]);
        var origin = Array.FindIndex(says, s => s is (true, false));
        var rows = says.Select((s, i) => (Name: letters[i], Says: s.First ? scene.One : scene.Other, From: s.Copy ? "account " + letters[origin] : Own)).ToArray();
        return new Draft
        {
            Kind = QuestionKind.Numeric,
            Stem = Desk.Lead(desk, c.Rolls.Below(3) switch
            {
                0 => $"{scene.Told} Accounts that copy others are not independent. How many independent accounts say that it began {Wording.Of(scene.One)}?",
                1 => $"{scene.Told} The table tells what each account says and where its maker has it from. Count the accounts by own sight that have it begin {Wording.Of(scene.One)}.",
                _ => $"{scene.Told} “It began {Wording.Of(scene.One)},” says a writer. On how many independent accounts can that rest?",
            }),
            Figure = Pictures.Table(
                ["account", "it began", "known from"], [.. rows.Select(r => (string[])[r.Name, r.Says, r.From])],
                "A table. " + string.Join(" ", rows.Select(r => $"Account {r.Name}: it began {r.Says}, known from {r.From}."))),
            Key = [Words.Number(first)],
            Demand = Demand.Apply,
            Difficulty = 0.2,
            Hint = "Leave out every account that takes its story from another one.",
            Rationale = $"Say so: {first + copies}. Of these, {copies} {(copies == 1 ? "copies" : "copy")} account {letters[origin]}. {first + copies} − {copies} = {first}.",
            Proof = Proof.Tally(rows.Select(r => new { says = r.Says, known = r.From }), "count", $"says = '{scene.One}' and known = '{Own}'"),
        }
        .Wrong("social.counts-copies", first + copies)
        .Maybe("social.counts-the-others", first + second, "Counts all independent accounts, whatever they say.")
        .Maybe("social.counts-all", rows.Length)
        .Maybe("social.misses-one", first - 1);
    }

    private static Draft Backed(Commission c, Desk? desk, SourceScene scene)
    {
        var n = c.Rolls.Shuffle(Enumerable.Range(2, 15).ToArray())[..3].Select(k => k * scene.Step).ToArray();
        if (n[1] == n[0] + n[2])
        {
            (n[1], n[2]) = (n[2], n[1]);
        }
        var rows = c.Rolls.Shuffle<(int Number, bool Own)>([(n[0], true), (n[0], true), (n[1], true), (n[1], false), (n[1], false), (n[2], true)])
            .Select((r, i) => (Name: "ABCDEF"[i].ToString(), r.Number, r.Own)).ToArray();
        var origin = rows.First(r => r.Number == n[1] && r.Own).Name;
        string Known(bool own) => own ? Own : "account " + origin;
        return new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = Desk.Lead(desk, c.Rolls.Below(2) switch
            {
                0 => $"{scene.Told} Accounts differ on how many {Wording.Of(scene.Things)}. Which number do two independent accounts give?",
                _ => $"{scene.Told} A number is accepted here if at least two accounts by own sight agree on it. How many {Wording.Of(scene.Things)}?",
            }),
            Figure = Pictures.Table(
                ["account", "number", "known from"], [.. rows.Select(r => (string[])[r.Name, Words.Grouped(r.Number), Known(r.Own)])],
                "A table. " + string.Join(" ", rows.Select(r => $"Account {r.Name}: {Words.Grouped(r.Number)}, known from {Known(r.Own)}."))),
            Key = [Words.Grouped(n[0])],
            Demand = Demand.Reason,
            Difficulty = 0.2,
            Hint = "Cross out copies first. Which number still stands twice?",
            Rationale = $"{Words.Grouped(n[0])} stands in two accounts by own sight. {Words.Grouped(n[1])} stands in three, but two copy account {origin}.",
            Proof = Proof.Rows(
                rows.GroupBy(r => r.Number).Select(g => new { name = Words.Grouped(g.Key), own = g.Count(r => r.Own) }), "own >= 2"),
        }
        .Wrong("social.counts-copies", Words.Grouped(n[1]))
        .Wrong("social.one-voice-is-enough", Words.Grouped(n[2]))
        .Maybe("social.adds-everything", Words.Grouped(n[0] + n[2]), "Adds numbers that tell of the same thing.");
    }

    private static Draft? Mean(Commission c, Desk? desk, SourceScene scene)
    {
        var numbers = c.Rolls.Shuffle(Enumerable.Range(3, 28).ToArray())[..5].Select(k => k * scene.Step).ToArray();
        var keep = c.Rolls.Between(2, 3);
        var (left, all) = (numbers[..keep].Sum(), numbers.Sum());
        if (left % keep != 0 || all % 5 != 0)
        {
            return null;
        }
        var kinds = c.Rolls.Shuffle(SourceScene.Kinds);
        var rows = c.Rolls.Shuffle(numbers.Select((number, i) => (Name: kinds[i], Number: number, Gains: i >= keep)).ToArray());
        return new Draft
        {
            Kind = QuestionKind.Numeric,
            Stem = Desk.Lead(desk, c.Rolls.Below(2) switch
            {
                0 => $"{scene.Told} The sources differ on how many {Wording.Of(scene.Things)}. Leave out those whose makers gain by a high or low number. What is the mean of the rest?",
                _ => $"{scene.Told} How many {Wording.Of(scene.Things)}? Take only makers with nothing to gain from the number, and give the mean of their figures.",
            }),
            Figure = Pictures.Table(
                ["source", "number", "maker gains by it"], [.. rows.Select(r => (string[])[r.Name, Words.Grouped(r.Number), r.Gains ? "yes" : "no"])],
                "A table. " + string.Join(" ", rows.Select(r => $"{Words.Cap(r.Name)}: {Words.Grouped(r.Number)}, maker gains by it: {(r.Gains ? "yes" : "no")}."))),
            Key = [Words.Grouped(left / keep)],
            Demand = Demand.Apply,
            Difficulty = 0.3,
            Hint = "Cross out the makers who gain. Add what is left and divide by how many are left.",
            Rationale = $"{string.Join(" + ", numbers[..keep].Select(number => Words.Grouped(number)))} = {Words.Grouped(left)}; {Words.Grouped(left)} ÷ {keep} = {Words.Grouped(left / keep)}.",
            Proof = Proof.Tally(rows.Select(r => new { number = r.Number, gains = r.Gains ? "yes" : "no" }), "mean", "gains = 'no'", "number"),
        }
        .Wrong("social.counts-all", Words.Grouped(all / 5), "Takes the mean of all sources, those who gain by the number included.")
        .Maybe("social.adds-everything", Words.Grouped(left), "Adds the figures that are left and does not divide.")
        .Maybe("social.one-voice-is-enough", Words.Grouped(numbers[..keep].Max()));
    }
}
