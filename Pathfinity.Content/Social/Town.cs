using System.Collections.Immutable;
using Pathfinity.Content.Figures;

namespace Pathfinity.Content.SocialStudies;

/// <summary>A spot of a town: blocks east and north of its south-west corner.</summary>
internal readonly record struct Spot(int X, int Y)
{
    public static Spot operator +(Spot a, Spot b) => new(a.X + b.X, a.Y + b.Y);

    public static Spot operator *(int n, Spot a) => new(n * a.X, n * a.Y);
}

/// <summary>A direction with its name and one step of it.</summary>
internal sealed record Way(string Name, Spot Step)
{
    public static readonly ImmutableArray<Way> Compass =
        [new("north", new(0, 1)), new("south", new(0, -1)), new("east", new(1, 0)), new("west", new(-1, 0))];

    public static readonly ImmutableArray<Way> Between =
    [
        new("northeast", new(1, 1)), new("southeast", new(1, -1)), new("northwest", new(-1, 1)), new("southwest", new(-1, -1)),
    ];

    public static readonly ImmutableArray<Way> Page =
        [new("up", new(0, 1)), new("down", new(0, -1)), new("right", new(1, 0)), new("left", new(-1, 0))];

    public Way Back => (Compass.Contains(this) ? Compass : Between.Contains(this) ? Between : Page).First(way => way.Step == -1 * Step);

    /// <summary>True for east, west, left and right.</summary>
    public bool Across => Step.Y == 0;
}

/// <summary>A town of streets in a grid, with a place at some of the corners.</summary>
internal sealed class Town(int width, int height)
{
    private static readonly ImmutableArray<string> Common =
        ["bank", "park", "school", "library", "store", "bakery", "museum", "pool", "hotel", "zoo", "market", "farm", "clinic", "station"];

    private readonly Dictionary<Spot, string> places = [];

    public IReadOnlyDictionary<Spot, string> Places => places;

    public bool Has(Spot spot) => spot.X >= 0 && spot.Y >= 0 && spot.X < width && spot.Y < height;

    public void Put(Spot spot, string place) => places.Add(spot, place);

    /// <summary>Names that stand in no other place of this town.</summary>
    public static string[] Names(Commission c, string? taken = null) =>
        [.. c.Rolls.Shuffle(c.Params.List("places", [.. Common])).Where(name => taken is null || !taken.Contains(name, StringComparison.Ordinal))];

    /// <summary>Any spot of the town.</summary>
    public Spot Anywhere(Commission c) => new(c.Rolls.Below(width), c.Rolls.Below(height));

    /// <summary>Puts further places on free corners.</summary>
    public void Fill(Commission c, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            places.TryAdd(Anywhere(c), name);
        }
    }

    /// <summary>Where each place stands, for proofs.</summary>
    public Dictionary<string, int[]> Spots => places.ToDictionary(pair => pair.Value, pair => (int[])[pair.Key.X, pair.Key.Y], StringComparer.Ordinal);

    /// <summary>The map; with a compass for those who know one, with letters and numbers for grids.</summary>
    public Figure Map(bool compass, string? scale = null)
    {
        const int Block = 74;
        const int Margin = 40;
        var high = Margin + ((height - 1) * Block);
        var drawing = new Drawing(Margin + ((width - 1) * Block) + Margin + (compass ? 60 : 0), high + Margin + (scale is null ? 0 : 26));
        for (var x = 0; x < width; x++)
        {
            drawing.Line(Margin + (x * Block), Margin, Margin + (x * Block), high, Drawing.Grey, 3);
        }
        for (var y = 0; y < height; y++)
        {
            drawing.Line(Margin, Margin + (y * Block), Margin + ((width - 1) * Block), Margin + (y * Block), Drawing.Grey, 3);
        }
        foreach (var (spot, name) in places.OrderBy(pair => pair.Key.X).ThenBy(pair => pair.Key.Y))
        {
            var (px, py) = (Margin + (spot.X * Block), high - (spot.Y * Block));
            drawing.Circle(px, py, 6, Drawing.Red, Drawing.Ink, name).Rect(px - 34, py - 27, 68, 17, "#ffffff", Drawing.Pale).Text(px, py - 14, name, 12);
        }
        if (compass)
        {
            var (cx, cy) = (Margin + ((width - 1) * Block) + 60, Margin + 34);
            drawing.Line(cx, cy + 18, cx, cy - 18).Line(cx - 18, cy, cx + 18, cy)
                .Text(cx, cy - 22, "N", 13, bold: true).Text(cx, cy + 32, "S", 13).Text(cx + 26, cy + 5, "E", 13).Text(cx - 26, cy + 5, "W", 13);
        }
        if (scale is not null)
        {
            drawing.Line(Margin, high + 34, Margin + Block, high + 34, Drawing.Ink, 3).Text(Margin + Block + 8, high + 39, scale, 13, "start");
        }
        return drawing.ToFigure(Alt(compass, scale));
    }

    private string Alt(bool compass, string? scale) => $"A map with streets in a grid{(compass ? ", north at the top" : "")}. "
        + string.Join(" ", Enumerable.Range(0, height).Reverse().Select(y => Row(y)).Where(row => row.Length > 0))
        + (scale is null ? "" : $" {scale}.");

    private string Row(int y)
    {
        var row = places.Where(pair => pair.Key.Y == y).OrderBy(pair => pair.Key.X)
            .Select(pair => $"{pair.Value} at street {pair.Key.X + 1} from the left").ToList();
        return row.Count == 0 ? "" : $"Row {y + 1} from the bottom: {string.Join(", ", row)}.";
    }
}
