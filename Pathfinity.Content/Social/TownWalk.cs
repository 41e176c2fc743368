using System.Collections.Immutable;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.SocialStudies;

/// <summary>
/// A walk on a town map: where it ends, which way leads there, or how long it is. At work it begins at the place of
/// work. Params: legs (1, 2), words (page, compass, eight), ask (end, way, distance), scale,
/// places (names instead of those of a town).
/// </summary>
internal sealed class TownWalk() : ItemModel("social.town-walk", version: 2)
{
    private const int Width = 5;
    private const int Height = 4;

    public override bool Works => true;

    public override Draft? Write(Commission c)
    {
        var words = c.Params.Text("words", "compass");
        return c.Rolls.Pick(c.Params.List("ask", "end")) switch
        {
            "end" => End(c, words),
            "way" => Direction(c, words),
            _ => Distance(c),
        };
    }

    private static Draft? End(Commission c, string words)
    {
        ImmutableArray<Way> ways = words switch { "page" => Way.Page, "eight" when c.Rolls.Chance(0.6) => Way.Between, _ => Way.Compass };
        var town = new Town(Width, Height);
        var start = town.Anywhere(c);
        var first = c.Rolls.Pick(ways);
        var a = c.Rolls.Between(1, ways == Way.Between ? 2 : 3);
        var two = c.Params.Range("legs", 1, 1).Draw(c.Rolls) == 2 && ways != Way.Between;
        var second = two ? c.Rolls.Pick(ways.Where(w => w.Across != first.Across).ToArray()) : null;
        var b = two ? c.Rolls.Between(1, 2) : 0;
        var end = start + (a * first.Step) + (b * (second?.Step ?? new Spot(0, 0)));
        var slips = Slips(start, first, a, second, b, ways).Where(s => town.Has(s.Spot) && s.Spot != end && s.Spot != start).DistinctBy(s => s.Spot).ToArray();
        if (!town.Has(end) || slips.Length < (c.Young ? 2 : 3))
        {
            return null;
        }
        slips = c.Rolls.Shuffle(slips)[..(c.Young ? 2 : 3)];
        var (home, lead) = Home(c);
        var names = Town.Names(c, home);
        town.Put(start, home ?? names[5]);
        town.Put(end, names[0]);
        for (var i = 0; i < slips.Length; i++)
        {
            town.Put(slips[i].Spot, names[i + 1]);
        }
        town.Fill(c, names[6..8]);
        var moves = (Phrase)$"{Words.Count(a, Unit(words), Unit(words) + "s")} {first.Name}";
        if (second is not null)
        {
            moves = $"{moves} and then {Words.Count(b, Unit(words), Unit(words) + "s")} {second.Name}";
        }
        var who = c.Person();
        var from = town.Places[start];
        Phrase stem = (lead, c.Rolls.Below(3)) switch
        {
            (null, 0) => $"{who.Name} is at the {from}. {who.Subject} goes {moves}. Where is {who.They} now?",
            (null, 1) => $"Start at the {from}. Go {moves}. Which place do you reach?",
            (null, _) => $"A walk begins at the {from} and goes {moves}. Where does it end?",
            (_, 0) => $"{lead} From the {from}, a trip goes {moves}. Where does it end?",
            _ => $"{lead} Someone walks from the {from} {moves}. Which place is that?",
        };
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = stem,
            Figure = town.Map(words != "page"),
            Key = [names[0]],
            Demand = Demand.Apply,
            Difficulty = two ? 0.2 : 0,
            Hint = words == "page" ? "Put a finger on the start. Move one block at a time." : "Find north on the map. Then move one block at a time.",
            Rationale = $"From the {from}, {moves.Text} leads to the {names[0]}.",
            Proof = Proof.Walk(
                start.X, start.Y, second is null ? [Step(first, a)] : [Step(first, a), Step(second, b)], town.Spots),
        };
        for (var i = 0; i < slips.Length; i++)
        {
            draft.Wrong(slips[i].Bug, names[i + 1], slips[i].Reason);
        }
        return draft;
    }

    /// <summary>Where somebody ends who makes one of the usual slips.</summary>
    private static IEnumerable<(Spot Spot, string Bug, string Reason)> Slips(
        Spot start, Way first, int a, Way? second, int b, ImmutableArray<Way> ways)
    {
        var rest = b * (second?.Step ?? new Spot(0, 0));
        yield return (start + (a * first.Back.Step) + rest, first.Across ? "social.flips-east-west" : "social.flips-north-south", $"That is {first.Back.Name}, not {first.Name}.");
        if (second is not null)
        {
            yield return (start + (a * first.Step) + (b * second.Back.Step), second.Across ? "social.flips-east-west" : "social.flips-north-south", $"That is {second.Back.Name}, not {second.Name}.");
            yield return (start + (b * first.Step) + (a * second.Step), "social.swaps-counts", "The two numbers of blocks are swapped.");
            yield return (start + (a * first.Step), "social.stops-after-one-leg", "Only the first part of the way is done.");
            yield break;
        }
        yield return (start + ((a + 1) * first.Step), "social.goes-one-too-far", "That is one block too far.");
        foreach (var other in ways.Where(w => w != first && w != first.Back))
        {
            yield return (start + (a * other.Step), "social.turns-wrong", $"That is {other.Name}, not {first.Name}.");
        }
        if (a > 1)
        {
            yield return (start + ((a - 1) * first.Step), "social.counts-the-start", "The start was counted as the first step.");
        }
    }

    private static Draft? Direction(Commission c, string words)
    {
        ImmutableArray<Way> ways = words switch { "page" => Way.Page, "eight" => c.Rolls.Chance(0.75) ? Way.Between : Way.Compass, _ => Way.Compass };
        var town = new Town(Width, Height);
        var start = town.Anywhere(c);
        var way = c.Rolls.Pick(ways);
        var end = start + (c.Rolls.Between(1, 3) * way.Step);
        if (!town.Has(end))
        {
            return null;
        }
        var (home, lead) = Home(c);
        var names = Town.Names(c, home);
        town.Put(start, home ?? names[1]);
        town.Put(end, names[0]);
        town.Fill(c, names[2..7]);
        var from = town.Places[start];
        var back = c.Rolls.Chance(0.3);
        var key = back ? way.Back : way;
        Phrase stem = (lead, back, c.Rolls.Below(2)) switch
        {
            (null, false, 0) => $"Which way do you go from the {from} to the {names[0]}?",
            (null, false, _) => $"You stand at the {from} and look for the {names[0]}. In which direction does it lie?",
            (null, true, 0) => $"{c.Person().Name} has gone from the {from} to the {names[0]}. Which way leads back to the {from}?",
            (null, true, _) => $"You are at the {names[0]}. In which direction is the {from}?",
            (_, false, _) => $"{lead} The next trip goes from the {from} to the {names[0]}. In which direction is that?",
            _ => $"{lead} A trip ends at the {names[0]}. In which direction is it back to the {from}?",
        };
        var delta = back ? new Spot(start.X - end.X, start.Y - end.Y) : new Spot(end.X - start.X, end.Y - start.Y);
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = stem,
            Figure = town.Map(words != "page"),
            Key = [key.Name],
            Demand = Demand.Apply,
            Difficulty = back ? 0.3 : 0,
            Hint = words == "page" ? "Put a finger on the start and move it to the end." : "North is at the top. Start at the first place.",
            Rationale = back ? $"The way there is {way.Name}, so the way back is {key.Name}." : $"The {names[0]} lies {key.Name} of the {from}.".Replace(" up of", " up from", StringComparison.Ordinal).Replace(" down of", " down from", StringComparison.Ordinal).Replace(" right of", " to the right of", StringComparison.Ordinal).Replace(" left of", " to the left of", StringComparison.Ordinal),
            Proof = Proof.Rows(
                ways.Select(w => new { name = w.Name, dx = w.Step.X, dy = w.Step.Y, gx = Math.Sign(delta.X), gy = Math.Sign(delta.Y) }), "dx = gx and dy = gy"),
        };
        draft.Wrong(back ? "social.forgets-to-turn-back" : "social.walks-backward", key.Back.Name);
        foreach (var other in ways.Where(w => w != key && w != key.Back).Take(c.Young && c.Work is null ? 1 : 2))
        {
            draft.Wrong(ways == Way.Between ? (other.Step.X == key.Step.X ? "social.flips-north-south" : "social.flips-east-west") : "social.turns-wrong", other.Name);
        }
        return draft;
    }

    private static Draft? Distance(Commission c)
    {
        var town = new Town(Width, Height);
        var (start, end) = (town.Anywhere(c), town.Anywhere(c));
        var (dx, dy) = (Math.Abs(end.X - start.X), Math.Abs(end.Y - start.Y));
        var each = c.Draw("scale", 2, 9) * c.Params.Int("step", 1);
        if (dx + dy < 2 || (c.Params.Flag("straight") && dx > 0 && dy > 0))
        {
            return null;
        }
        var unit = c.Params.Text("unit", "km");
        var along = c.Params.List("places", []).IsEmpty ? "streets" : "roads";
        var (home, lead) = Home(c);
        var names = Town.Names(c, home);
        town.Put(start, home ?? names[1]);
        town.Put(end, names[0]);
        town.Fill(c, names[2..6]);
        var from = town.Places[start];
        var blocks = dx + dy;
        Phrase scale = $"1 block = {each} {unit}";
        Phrase stem = (lead, c.Rolls.Below(3)) switch
        {
            (null, 0) => $"The scale of the map says: {scale}. How far is it along the {along} from the {from} to the {names[0]}?",
            (null, 1) => $"On this map, {scale}. A wagon goes along the {along} from the {from} to the {names[0]} by a shortest way. How long is the way?",
            (null, _) => $"{c.Person().Name} measures the way from the {from} to the {names[0]} on the map ({scale}). How long is it?",
            (_, 0) => $"{lead} Use the scale ({scale}). How far is it along the {along} from the {from} to the {names[0]}?",
            (_, 1) => $"{lead} Someone asks how far away the {names[0]} is along the {along}. On the map, {scale}. What is the answer?",
            (_, _) => $"{lead} A delivery goes along the {along} from the {from} to the {names[0]}. The scale says: {scale}. How long is the way?",
        };
        return new Draft
        {
            Kind = QuestionKind.Numeric,
            Stem = stem,
            Figure = town.Map(true, scale.Text),
            Key = [Words.Number(blocks * each)],
            Frame = "{} " + unit,
            Demand = Demand.Apply,
            Hint = "Count the blocks first. Then use the scale for each block.",
            Rationale = $"{blocks} blocks of {each} {unit} each make {blocks * each} {unit}.",
            Proof = Proof.Such("{n}", $"n / {each} = |{end.X} - {start.X}| + |{end.Y} - {start.Y}|"),
        }
        .Wrong("social.forgets-the-scale", blocks)
        .Maybe("social.counts-the-start", (blocks + 1) * each)
        .Maybe("social.adds-the-scale", blocks + each)
        .Maybe("social.stops-after-one-leg", Math.Max(dx, dy) * each);
    }

    /// <summary>At work the map has the place of work on it, and the trip begins there.</summary>
    private static (string? Home, Phrase? Lead) Home(Commission c)
    {
        if (c.Work is not { } work)
        {
            return (null, null);
        }
        c.Use(WorkUse.Constraint);
        var name = work.Setting.StartsWith("the ", StringComparison.Ordinal) ? work.Setting[4..] : work.Setting;
        Phrase lead = $"{c.Person().Name} is {Words.A(c.Rolls.Pick(work.Roles))} at {work.Setting}, which is on this map.";
        return (name, lead);
    }

    private static int[] Step(Way way, int count) => [count * way.Step.X, count * way.Step.Y];

    private static string Unit(string words) => words == "page" ? "step" : "block";
}
