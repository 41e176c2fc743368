using Pathfinity.Content.Figures;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.SocialStudies;

/// <summary>A map with lettered columns and numbered rows. Params: ask (square, place).</summary>
internal sealed class MapSquare() : ItemModel("social.map-square", version: 2)
{
    private const int Size = 5;

    public override bool Works => true;

    public override Draft? Write(Commission c)
    {
        var (x, y) = (c.Rolls.Below(Size), c.Rolls.Below(Size));
        if (x == y)
        {
            return null; // swapping letter and number would change nothing
        }
        var home = c.Work?.Setting.Replace("the ", "", StringComparison.Ordinal);
        var names = Town.Names(c, home);
        if (home is not null)
        {
            names = [home, .. names];
            c.Use(WorkUse.Constraint);
        }
        (int X, int Y)[] spots = [(x, y), (y, x), (x, (y + 2) % Size), ((x + 2) % Size, y)];
        if (spots.Distinct().Count() < 4)
        {
            return null;
        }
        var figure = Drawn(spots, names);
        Phrase lead = c.Work is null ? Wording.Of("") : $"This map shows the streets around {c.Work.Setting}. ";
        string[] bugs = ["", "social.swaps-letter-and-number", "social.reads-another-row", "social.reads-another-column"];
        var place = c.Rolls.Pick(c.Params.List("ask")) == "place";
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = (place, c.Rolls.Below(4)) switch
            {
                (true, 0) => $"{lead}What is in square {At(x, y)} of the map?",
                (true, 1) => $"{lead}{c.Person().Name} looks into square {At(x, y)}. Which place is there?",
                (true, 2) => $"{lead}Go to column {At(x, y)[..1]} and row {y + 1}. What do you find?",
                (true, _) => $"{lead}A note says: “Meet me in {At(x, y)}.” At which place is that?",
                (false, 0) => $"{lead}In which square is the {names[0]}?",
                (false, 1) => $"{lead}{c.Person().Name} wants to tell a friend where the {names[0]} is. Which square is right?",
                (false, 2) => $"{lead}Find the {names[0]} on the map. Give its letter and its number.",
                _ => $"{lead}An index lists each place with its square. What stands beside “{names[0]}”?",
            },
            Figure = figure,
            Key = [place ? names[0] : At(x, y)],
            Demand = Demand.Apply,
            Hint = "The letter is for the column. The number is for the row.",
            Rationale = $"The {names[0]} is in column {At(x, y)[..1]} and row {y + 1}: {At(x, y)}.",
            Proof = Proof.Rows(
                spots.Select((s, i) => new { name = place ? names[i] : At(s.X, s.Y), col = s.X, row = s.Y }), $"col = {x} and row = {y}"),
        };
        for (var i = 1; i < 4; i++)
        {
            draft.Wrong(bugs[i], place ? names[i] : At(spots[i].X, spots[i].Y), $"The {names[i]} is in {At(spots[i].X, spots[i].Y)}.");
        }
        return draft;
    }

    private static string At(int x, int y) => $"{(char)('A' + x)}{y + 1}";

    private static Figure Drawn((int X, int Y)[] spots, string[] names)
    {
        const int Cell = 66;
        var drawing = new Drawing(34 + (Size * Cell), 34 + (Size * Cell));
        for (var i = 0; i < Size; i++)
        {
            drawing.Text(30 + (i * Cell) + (Cell / 2.0), 20, ((char)('A' + i)).ToString(), 15, bold: true)
                .Text(15, 30 + (i * Cell) + (Cell / 2.0) + 5, Words.Number(i + 1), 15, bold: true);
            for (var j = 0; j < Size; j++)
            {
                drawing.Rect(30 + (i * Cell), 30 + (j * Cell), Cell, Cell, "#ffffff", Drawing.Grey);
            }
        }
        for (var i = 0; i < spots.Length; i++)
        {
            var (px, py) = (30 + (spots[i].X * Cell) + (Cell / 2.0), 30 + (spots[i].Y * Cell) + (Cell / 2.0));
            drawing.Circle(px, py - 8, 6, Drawing.Red, Drawing.Ink, names[i]).Text(px, py + 16, names[i].Length > 10 ? names[i][..9] + "." : names[i], 11);
        }
        return drawing.ToFigure("A map with columns A to E and rows 1 to 5. " + string.Join(" ", spots.Select((s, i) => $"{Words.Cap(names[i])}: column {(char)('A' + s.X)}, row {s.Y + 1}.")));
    }
}
