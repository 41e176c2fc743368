using Pathfinity.Curriculum;

namespace Pathfinity.Content.SocialStudies;

/// <summary>A vote of both houses to override a veto, each by two thirds of those voting (Constitution, Article I, section 7).</summary>
internal sealed class TwoHouses() : ItemModel("social.two-houses", version: 2)
{
    private const int HouseSeats = 435;
    private const int SenateSeats = 100;

    public override bool Works => true;

    public override bool WorksAt(WorkContext work) => Desk.Suits(work);

    public override Draft? Write(Commission c)
    {
        if (Desk.Missing(c, out var desk))
        {
            return null;
        }
        var house = Vote(c, HouseSeats);
        var senate = Vote(c, SenateSeats);
        var (h, s) = (Carries(house), Carries(senate));
        var together = 3 * (house.Yes + senate.Yes) >= 2 * (house.Yes + house.No + senate.Yes + senate.No);
        if (!h && !s && c.Rolls.Chance(0.7))
        {
            return null;
        }
        Phrase vote = $"The House votes {house.Yes} to {house.No} and the Senate {senate.Yes} to {senate.No} to override.";
        var key = Says(h, s);
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = (desk, c.Rolls.Below(4)) switch
            {
                (null, 0) => $"The President vetoes a bill. {vote} What happens?",
                (null, 1) => $"A bill comes back with a veto. {vote} Is it law now?",
                (null, 2) => $"After a veto, both houses vote again. {vote} What is the result?",
                (null, _) => $"Congress wants to pass a bill over the President’s veto. {vote} Which outcome is right?",
                (_, 0) => $"{desk.Intro} The text says: The President vetoes a bill. {vote} Which ending is right?",
                _ => $"{desk.Intro} One part tells of a veto. {vote} How must the part end?",
            },
            Key = [key],
            Demand = Demand.Reason,
            Difficulty = h == s ? 0 : 0.3,
            Hint = "Each house needs two thirds of its own votes.",
            Rationale = $"House: 3 × {house.Yes} = {3 * house.Yes}, 2 × {house.Yes + house.No} = {2 * (house.Yes + house.No)}. Senate: 3 × {senate.Yes} = {3 * senate.Yes}, 2 × {senate.Yes + senate.No} = {2 * (senate.Yes + senate.No)}. {key}",
            Proof = Proof.Rows(
                Options().Select(o => new { name = Says(o.House, o.Senate), house = o.House ? 1 : 0, senate = o.Senate ? 1 : 0 }),
                $"((house = 1 and 3*{house.Yes} >= 2*({house.Yes} + {house.No})) or (house = 0 and 3*{house.Yes} < 2*({house.Yes} + {house.No}))) and "
                + $"((senate = 1 and 3*{senate.Yes} >= 2*({senate.Yes} + {senate.No})) or (senate = 0 and 3*{senate.Yes} < 2*({senate.Yes} + {senate.No})))"),
        };
        foreach (var option in Options().Where(o => (o.House, o.Senate) != (h, s)))
        {
            draft.Wrong(
                option is (true, true) ? (together ? "social.adds-two-houses" : "social.most-is-enough") : "social.misjudges-the-share", Says(option.House, option.Senate));
        }
        return draft.Wrong("social.veto-is-final", "It does not become law: a veto is final.");
    }

    /// <summary>Votes of members present, a little below, at or a little above two thirds.</summary>
    private static (int Yes, int No) Vote(Commission c, int seats)
    {
        var voting = seats - c.Rolls.Between(0, seats / 25);
        var least = ((2 * voting) + 2) / 3;
        var yes = least + c.Rolls.Between(-seats / 20, seats / 20);
        return (yes, voting - yes);
    }

    private static bool Carries((int Yes, int No) vote) => 3 * vote.Yes >= 2 * (vote.Yes + vote.No);

    private static (bool House, bool Senate)[] Options() => [(true, true), (true, false), (false, true), (false, false)];

    private static string Says(bool house, bool senate) => (house, senate) switch
    {
        (true, true) => "It becomes law: both houses reach two thirds.",
        (true, false) => "It does not become law: the Senate falls short of two thirds.",
        (false, true) => "It does not become law: the House falls short of two thirds.",
        _ => "It does not become law: both houses fall short of two thirds.",
    };
}
