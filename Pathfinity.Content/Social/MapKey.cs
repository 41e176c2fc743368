using Pathfinity.Content.Figures;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.SocialStudies;

/// <summary>A map with symbols and a key. Params: most (of one symbol), ask (symbol, count, more).</summary>
internal sealed class MapKey() : ItemModel("social.map-key", version: 2)
{
    private static readonly string[] Kinds = ["house", "tree", "store", "farm", "bus stop", "pond", "bridge", "barn", "well", "tent"];

    public override bool Works => true;

    public override Draft? Write(Commission c)
    {
        var kinds = c.Rolls.Shuffle(Kinds)[..4];
        var icons = c.Rolls.Shuffle((string[])["dot", "square", "triangle", "star", "heart", "diamond"])[..4];
        var counts = kinds.Select(_ => c.Rolls.Between(1, c.Params.Int("most", 5))).ToArray();
        var figure = Drawn(c, kinds, icons, counts);
        Phrase lead = Lead(c);
        var at = c.Rolls.Below(4);
        return c.Rolls.Pick(c.Params.List("ask", "count")) switch
        {
            "symbol" => Symbol(c, lead, figure, kinds, icons, at),
            "count" => Count(c, lead, figure, kinds, icons, counts, at),
            _ => More(c, lead, figure, kinds, counts),
        };
    }

    private static Draft Symbol(Commission c, Phrase lead, Figure figure, string[] kinds, string[] icons, int at)
    {
        var toWord = c.Rolls.Chance(0.5);
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = (toWord, c.Rolls.Below(3)) switch
            {
                (true, 0) => $"{lead}Look at the map key. What does the {Named(icons[at])} stand for?",
                (true, 1) => $"{lead}You see a {Named(icons[at])} on the map. What is there?",
                (true, _) => $"{lead}Each symbol means something. What does a {Named(icons[at])} mean on this map?",
                (false, 0) => $"{lead}Look at the map key. Which symbol shows a {kinds[at]}?",
                (false, 1) => $"{lead}You want to find a {kinds[at]} on the map. Which symbol do you look for?",
                _ => $"{lead}Someone adds one more {kinds[at]} to the map. Which symbol must be drawn?",
            },
            Figure = figure,
            Key = [toWord ? kinds[at] : Named(icons[at])],
            Demand = Demand.Apply,
            Hint = "The key is the box beside the map. Find the symbol there.",
            Rationale = $"In the key, the {Named(icons[at])} stands next to “{kinds[at]}.”",
            Proof = Proof.Rows(
                kinds.Select((kind, i) => new { name = toWord ? kind : Named(icons[i]), at = i }), $"at = {at}"),
        };
        foreach (var i in Enumerable.Range(1, 3).Select(n => (at + n) % 4))
        {
            draft.Wrong("social.reads-another-row", toWord ? kinds[i] : Named(icons[i]), $"The {Named(icons[i])} stands for a {kinds[i]}.");
        }
        return draft;
    }

    private static Draft Count(Commission c, Phrase lead, Figure figure, string[] kinds, string[] icons, int[] counts, int at)
    {
        var many = Many(kinds[at]);
        return new Draft
        {
            Kind = QuestionKind.Numeric,
            Stem = c.Rolls.Below(3) switch
            {
                0 => $"{lead}Use the map key. How many {many} are on the map?",
                1 => $"{lead}Find the symbol for a {kinds[at]} in the key. How many times is it on the map?",
                _ => $"{lead}Count the {many} on the map. How many are there?",
            },
            Figure = figure,
            Key = [Words.Number(counts[at])],
            Demand = Demand.Apply,
            Hint = "First find the symbol in the key. Then count it on the map, not in the key.",
            Rationale = $"The {Named(icons[at])} stands for a {kinds[at]}. There {(counts[at] == 1 ? "is" : "are")} {counts[at]} on the map.",
            Proof = Proof.Tally(kinds.SelectMany((kind, i) => Enumerable.Repeat(kind, counts[i])).Select(kind => new { kind }), "count", $"kind = '{kinds[at]}'"),
        }
        .Wrong("social.counts-the-key-too", counts[at] + 1)
        .Maybe("social.misses-one", counts[at] - 1)
        .Maybe("social.reads-another-row", counts[(at + 1) % 4])
        .Maybe("social.counts-all", counts.Sum());
    }

    private static Draft? More(Commission c, Phrase lead, Figure figure, string[] kinds, int[] counts)
    {
        var (a, b) = counts[0] > counts[1] ? (0, 1) : (1, 0);
        if (counts[0] == counts[1])
        {
            return null;
        }
        return new Draft
        {
            Kind = QuestionKind.Numeric,
            Stem = c.Rolls.Below(3) switch
            {
                0 => $"{lead}How many more {Many(kinds[a])} than {Many(kinds[b])} are on the map?",
                1 => $"{lead}Use the key. There are more {Many(kinds[a])} than {Many(kinds[b])}. How many more?",
                _ => $"{lead}How many {Many(kinds[b])} must be added so that there are as many as {Many(kinds[a])}?",
            },
            Figure = figure,
            Key = [Words.Number(counts[a] - counts[b])],
            Demand = Demand.Apply,
            Hint = "Count one kind, then the other. How far apart are the numbers?",
            Rationale = $"{counts[a]} − {counts[b]} = {counts[a] - counts[b]}.",
            Proof = Proof.Search("n", 0, 30, $"{counts[b]} + n = {counts[a]}"),
        }
        .Wrong("social.adds-both", counts[a] + counts[b])
        .Maybe("social.gives-one-count", counts[a])
        .Maybe("social.gives-one-count", counts[b])
        .Maybe("social.takes-one-too-many", counts[a] - counts[b] + 1);
    }

    private static Figure Drawn(Commission c, string[] kinds, string[] icons, int[] counts)
    {
        const int Cell = 44;
        var cells = c.Rolls.Shuffle(Enumerable.Range(0, 30).ToArray());
        var drawing = new Drawing(430, 232).Rect(6, 6, 272, 220, "#f4f8ee", Drawing.Grey).Rect(290, 6, 134, 30 + (4 * 28), "#ffffff", Drawing.Grey).Text(357, 26, "Key", 14, bold: true);
        var at = 0;
        for (var i = 0; i < 4; i++)
        {
            for (var n = 0; n < counts[i]; n++, at++)
            {
                Pictures.Icon(drawing, icons[i], 30 + (cells[at] % 6 * Cell), 28 + (cells[at] / 6 * Cell), 10, Pictures.Colours[i], kinds[i]);
            }
            Pictures.Icon(drawing, icons[i], 308, 50 + (i * 28), 9, Pictures.Colours[i]);
            drawing.Text(326, 55 + (i * 28), kinds[i], 13, "start");
        }
        return drawing.ToFigure("A map with a key. " + string.Join(" ", kinds.Select((kind, i) => $"{Words.Cap(Named(icons[i]))}: {kind}, {counts[i]} on the map.")));
    }

    private static Phrase Lead(Commission c)
    {
        if (c.Work is null)
        {
            return $"";
        }
        c.Use(WorkUse.Constraint);
        return $"This map shows the land around {c.Work.Setting}. ";
    }

    private static string Named(string icon) => icon == "dot" ? "circle" : icon;

    private static string Many(string kind) => kind + "s";
}
