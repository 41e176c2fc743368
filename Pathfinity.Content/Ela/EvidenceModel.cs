using System.Collections.Immutable;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Ela;

/// <summary>
/// A claim about what a group wants, and sentences on it: find the one that carries the claim or the one with a given
/// flaw, or say what is wrong with one. The proof reads the sentences back.
/// </summary>
internal sealed class EvidenceModel(string ask) : ItemModel($"ela.evidence-{ask}")
{
    private static readonly ImmutableArray<(Bearing Bearing, string Is, string Asks, string Bug)> Kinds =
    [
        (Bearing.Supports, "It supports the claim.", "supports the claim best", "opposing-for-support"),
        (Bearing.OtherPeople, "It asked other people than those the claim is about.", "is offered as support but comes from other people than those the claim is about", "relevant-by-topic"),
        (Bearing.TooOld, "It is too old to show what people want now.", "is offered as support but is too old to show what people want now", "relevant-by-topic"),
        (Bearing.TooFew, "It asked too few people.", "is offered as support but rests on too few people", "smaller-is-worse"),
        (Bearing.OtherQuestion, "It answers another question than the one the claim is about.", "is about the right people but answers another question", "relevant-by-topic"),
        (Bearing.Opposes, "It speaks against the claim.", "speaks against the claim", "opposing-for-support"),
        (Bearing.OffTopic, "It has nothing to do with what people want.", "has nothing to do with what people want", "relevant-by-topic"),
    ];

    private static readonly ImmutableArray<string> Groups =
    [
        "people who come to {place} after 5 p.m.", "first-time visitors to {place}", "people who ride a bike to {place}",
        "families with small children at {place}", "people who come to {place} every week", "older visitors to {place}",
        "people who use a wheelchair at {place}", "students who come to {place} after school", "people who come to {place} on weekends",
    ];

    private static readonly ImmutableArray<string> Others =
    [
        "shoppers at a street fair", "students in another town", "passengers on a morning train", "guests at a wedding",
        "tourists at the beach", "fans at a ball game", "people in a distant city", "readers of a travel magazine",
    ];

    private static readonly ImmutableArray<string> Wishes =
    [
        "longer opening hours on Friday", "a map by the entrance", "signs in two languages", "a bench outside the door",
        "a quiet room", "sign-up by phone", "a larger bike rack", "free tap water", "brighter lights on the path",
        "a shelter at the bus stop", "a weekly newsletter", "more coat hooks", "a ramp at the side door",
    ];

    private static readonly ImmutableArray<string> Facts =
    [
        "The front wall of {place} was painted in {year}.", "The {role} at {place} has two helpers.", "{Place} stands next to a street with tall trees.",
        "The {paper} of {place} is printed on gray paper.", "{Place} first opened in {year}.", "A photo of {place} hangs in the hall.",
    ];

    public override bool Works => ask != "match";

    public override Draft? Write(Commission c)
    {
        var slots = new Slots(c);
        slots.Set("year", Words.Number(c.Rolls.Between(1948, 1989)));
        slots.Set("Place", Words.Cap(slots["place"]));
        var who = slots.Text(c.Rolls.Pick(Groups));
        var wish = c.Rolls.Pick(Wishes);
        var kinds = c.Params.List("kinds", [.. Kinds.Skip(1).Take(5).Select(k => k.Bearing.ToString())]);
        var wanted = ask == "support" ? Bearing.Supports : Enum.Parse<Bearing>(c.Rolls.Pick(kinds));
        return ask switch
        {
            "why" => Why(c, slots, who, wish, wanted),
            "match" => Match(c, slots, who, wish),
            _ => Find(c, slots, who, wish, wanted),
        };
    }

    private static Draft Match(Commission c, Slots slots, string who, string wish)
    {
        var chosen = c.Rolls.Shuffle(Kinds).Take(4).Select(k => (k.Is, Sentence: Sentence(c, slots, k.Bearing, who, wish))).ToList();
        ImmutableArray<string> key = [.. chosen.Select(k => k.Is)];
        var names = Kinds.ToDictionary(k => k.Is, k => k.Bearing.ToString());
        Phrase ask = c.Say($"Match each sentence with what should be said about it.", $"How does each sentence bear on the claim? Match them.", $"Which judgment belongs to which sentence?");
        return new Draft
        {
            Kind = QuestionKind.Match,
            Stem = $"{Claim(c, slots, who, wish)} {ask}",
            Prompts = [.. chosen.Select(k => k.Sentence)],
            Key = key,
            Demand = Demand.Reason,
            Hint = "Check each sentence: Who was asked? When? How many? About what?",
            Rationale = string.Join(" ", chosen.Select(k => $"“{k.Sentence}” {k.Is}")),
            Proof = Proof.Each(chosen.Select(k => new Proof("bearing", Json.Of(new { who, wish, sentence = k.Sentence, names })))),
        }.Wrong("ela.relevant-by-topic", key.SetItem(0, key[1]).SetItem(1, key[0]), "Two of the judgments are swapped.");
    }

    private static Draft Find(Commission c, Slots slots, string who, string wish, Bearing wanted)
    {
        var rest = c.Rolls.Shuffle([.. Kinds.Where(k => k.Bearing != wanted && k.Bearing != Bearing.Supports)]).Take(wanted == Bearing.Supports ? 3 : 2).ToList();
        if (wanted != Bearing.Supports)
        {
            rest.Add(Kinds[0]);
        }
        var kind = Kinds.First(k => k.Bearing == wanted);
        var key = Sentence(c, slots, wanted, who, wish);
        var claim = Claim(c, slots, who, wish);
        Phrase stem = c.Rolls.Below(3) switch
        {
            0 => $"{claim} Which sentence {Stems.Wording(kind.Asks)}?",
            1 => $"{claim} Find the sentence that {Stems.Wording(kind.Asks)}.",
            _ => $"{claim} Of these sentences, which one {Stems.Wording(kind.Asks)}?",
        };
        var draft = Drafted(stem, key, $"“{key}” {kind.Is}", "Check each sentence: Who was asked? When? How many? About what?",
            new Proof("bearing", Json.Of(new { who, wish, want = wanted.ToString() })));
        foreach (var other in rest)
        {
            draft.Wrong("ela." + other.Bug, Sentence(c, slots, other.Bearing, who, wish), other.Is);
        }
        return draft;
    }

    private static Draft Why(Commission c, Slots slots, string who, string wish, Bearing wanted)
    {
        var sentence = Sentence(c, slots, wanted, who, wish);
        var kind = Kinds.First(k => k.Bearing == wanted);
        var claim = Claim(c, slots, who, wish);
        Phrase stem = c.Rolls.Below(3) switch
        {
            0 => $"{claim} As evidence, this is offered: “{sentence}” What should be said about this evidence?",
            1 => $"{claim} Somebody adds: “{sentence}” How does this bear on the claim?",
            _ => $"{claim} A reader points to this sentence: “{sentence}” Which judgment is right?",
        };
        var draft = Drafted(stem, kind.Is, $"Compare the sentence with the claim. {kind.Is}", "Ask of the sentence: Who was asked? When? How many? About what?",
            new Proof("bearing", Json.Of(new { who, wish, sentence, names = Kinds.ToDictionary(k => k.Is, k => k.Bearing.ToString()) })));
        foreach (var other in c.Rolls.Shuffle([.. Kinds.Where(k => k.Bearing != wanted)]).Take(3))
        {
            draft.Wrong("ela." + other.Bug, other.Is, $"Compare who was asked, when, how many and about what: {kind.Is}");
        }
        return draft;
    }

    private static Phrase Claim(Commission c, Slots slots, string who, string wish)
    {
        var (place, paper) = (slots["place"], slots["paper"]);
        return (c.Work is null, c.Rolls.Below(2)) switch
        {
            (true, 0) => $"A letter claims: “{Words.Cap(who)} want {wish}.”",
            (true, _) => $"Claim: {Words.Cap(who)} want {wish}.",
            (false, 0) => $"A note with the {paper} of {place} claims: “{Words.Cap(who)} want {wish}.”",
            _ => $"At {place} a decision depends on this claim in the {paper}: “{Words.Cap(who)} want {wish}.”",
        };
    }

    private static string Sentence(Commission c, Slots slots, Bearing bearing, string who, string wish)
    {
        if (bearing == Bearing.OffTopic)
        {
            return slots.Text(c.Rolls.Pick(Facts));
        }
        var asked = bearing == Bearing.TooFew ? c.Rolls.Between(3, 6) : 10 * c.Rolls.Between(6, 30);
        var yes = bearing == Bearing.TooFew ? asked - 1 : asked * c.Rolls.Between(60, 92) / 100;
        var when = bearing == Bearing.TooOld ? $"in {Words.Number(c.Rolls.Between(1985, 2004))}" : "this month";
        var what = bearing == Bearing.OtherQuestion ? c.Rolls.Pick(Wishes.Where(w => w != wish).ToList()) : wish;
        return new Survey(when, yes, asked, bearing == Bearing.OtherPeople ? c.Rolls.Pick(Others) : who, bearing == Bearing.Opposes, what)
            .Tell(c.Rolls.Below(3));
    }

    private static Draft Drafted(Phrase stem, string key, string rationale, string hint, Proof proof) => new()
    {
        Kind = QuestionKind.Choice,
        Stem = stem,
        Key = [key],
        Demand = Demand.Reason,
        Hint = hint,
        Rationale = rationale,
        Proof = proof,
    };
}
