using Pathfinity.Content.Figures;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.SocialStudies;

/// <summary>
/// A grid of latitude and longitude around the equator and the prime meridian. Params: ask (latitude, longitude,
/// point, both, hemisphere).
/// </summary>
internal sealed class LatLong() : ItemModel("social.lat-long", version: 2)
{
    private const int Lines = 4; // lines of 10 degrees on each side

    public override bool Works => true;

    public override Draft? Write(Commission c)
    {
        var (lon, lat) = (Degrees(c), Degrees(c));
        if (Math.Abs(lon) == Math.Abs(lat))
        {
            return null;
        }
        (int Lon, int Lat)[] points = [(lon, lat), (-lon, lat), (lon, -lat), (lat, lon)];
        if (points.Distinct().Count() < 4)
        {
            return null;
        }
        var letters = c.Rolls.Shuffle((string[])["A", "B", "C", "D"]);
        var figure = Drawn(points, letters);
        Phrase lead = $"";
        if (c.Work is not null)
        {
            c.Use(WorkUse.Constraint);
            lead = $"{c.Person().Name} is {Words.A(c.Rolls.Pick(c.Work.Roles))} at {c.Work.Setting}, which stands at point {letters[0]} of this grid. ";
        }
        var ask = c.Rolls.Pick(c.Params.List("ask"));
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = $"{lead}{Stem(c, ask, letters[0], lon, lat)}",
            Figure = figure,
            Key = [Show(ask, points[0], letters[0])],
            Demand = Demand.Apply,
            Difficulty = ask is "both" or "hemisphere" ? 0.2 : 0,
            Hint = "Latitude is counted north or south of the equator, longitude east or west of the prime meridian.",
            Rationale = $"Point {letters[0]} lies at {Lat(lat)}, {Lon(lon)}.",
            Proof = Proof.Rows(
                Candidates(ask, points, letters).Select(k => new { name = k.Text, lon = k.Lon, lat = k.Lat }),
                ask switch
                {
                    "latitude" => $"lat = {lat}",
                    "longitude" => $"lon = {lon}",
                    "hemisphere" => $"lon * {lon} > 0 and lat * {lat} > 0",
                    _ => $"lon = {lon} and lat = {lat}",
                }),
        };
        foreach (var wrong in Candidates(ask, points, letters).Skip(1))
        {
            draft.Maybe(wrong.Bug, wrong.Text);
        }
        return draft.Wrongs.Count < 3 ? null : draft;
    }

    private static IEnumerable<(string Text, int Lon, int Lat, string Bug)> Candidates(string ask, (int Lon, int Lat)[] points, string[] letters)
    {
        var (lon, lat) = points[0];
        string[] bugs = ["", "social.flips-east-west", "social.flips-north-south", "social.reads-longitude-for-latitude"];
        (int Lon, int Lat)[] all = ask is "latitude" ? [points[0], (lon, -lat), (lat, lon), (lat, -lon)]
            : ask is "longitude" ? [points[0], (-lon, lat), (lat, lon), (-lat, lon)]
            : ask is "hemisphere" ? [points[0], (-lon, lat), (lon, -lat), (-lon, -lat)] : points;
        for (var i = 0; i < all.Length; i++)
        {
            yield return (Show(ask, all[i], letters[i]), all[i].Lon, all[i].Lat, bugs[i]);
        }
    }

    private static Phrase Stem(Commission c, string ask, string letter, int lon, int lat) => (ask, c.Rolls.Below(3)) switch
    {
        ("latitude", 0) => $"What is the latitude of point {letter}?",
        ("latitude", 1) => $"On which parallel of latitude does point {letter} lie?",
        ("latitude", _) => $"How far north or south of the equator is point {letter}?",
        ("longitude", 0) => $"What is the longitude of point {letter}?",
        ("longitude", 1) => $"On which meridian of longitude does point {letter} lie?",
        ("longitude", _) => $"How far east or west of the prime meridian is point {letter}?",
        ("point", 0) => $"Which point lies at {Lat(lat)}, {Lon(lon)}?",
        ("point", 1) => $"A ship reports {Lat(lat)}, {Lon(lon)}. At which point of the grid is it?",
        ("point", _) => $"Go to {Lat(lat)} and {Lon(lon)}. Which point do you find?",
        ("hemisphere", 0) => $"In which two hemispheres does point {letter} lie?",
        ("hemisphere", 1) => $"Point {letter} is at {Lat(lat)}, {Lon(lon)}. Which hemispheres are these?",
        ("hemisphere", _) => $"The equator and the prime meridian part the earth into hemispheres. Which two hold point {letter}?",
        (_, 0) => $"Which pair of numbers tells where point {letter} is?",
        (_, 1) => $"Someone asks for the place of point {letter} by latitude and longitude. What is the answer?",
        _ => $"A pilot at point {letter} reports latitude and longitude. Which report is right?",
    };

    private static string Show(string ask, (int Lon, int Lat) point, string letter) => ask switch
    {
        "latitude" => Lat(point.Lat),
        "longitude" => Lon(point.Lon),
        "point" => $"point {letter}",
        "hemisphere" => $"{(point.Lat > 0 ? "Northern" : "Southern")} and {(point.Lon > 0 ? "Eastern" : "Western")}",
        _ => $"{Lat(point.Lat)}, {Lon(point.Lon)}",
    };

    private static int Degrees(Commission c) => 10 * c.Rolls.Between(1, Lines) * (c.Rolls.Chance(0.5) ? 1 : -1);

    private static string Lat(int lat) => $"{Math.Abs(lat)}° {(lat > 0 ? "N" : "S")}";

    private static string Lon(int lon) => $"{Math.Abs(lon)}° {(lon > 0 ? "E" : "W")}";

    private static Figure Drawn((int Lon, int Lat)[] points, string[] letters)
    {
        const int Step = 34;
        const int Middle = 30 + (Lines * Step);
        var drawing = new Drawing(80 + (2 * Lines * Step), 64 + (2 * Lines * Step));
        for (var i = -Lines; i <= Lines; i++)
        {
            var at = Middle + (i * Step);
            drawing.Line(at, 30, at, 30 + (2 * Lines * Step), i == 0 ? Drawing.Ink : Drawing.Grey, i == 0 ? 3 : 1)
                .Line(30, at, 30 + (2 * Lines * Step), at, i == 0 ? Drawing.Ink : Drawing.Grey, i == 0 ? 3 : 1)
                .Text(at, 20, i == 0 ? "0°" : $"{Math.Abs(10 * i)}°{(i > 0 ? "E" : "W")}", 11)
                .Text(36 + (2 * Lines * Step), at + 4, i == 0 ? "0°" : $"{Math.Abs(10 * i)}°{(i < 0 ? "N" : "S")}", 11, "start");
        }
        for (var i = 0; i < points.Length; i++)
        {
            var (px, py) = (Middle + (points[i].Lon / 10.0 * Step), Middle - (points[i].Lat / 10.0 * Step));
            drawing.Circle(px, py, 6, Drawing.Red, Drawing.Ink, letters[i]).Text(px + 13, py - 6, letters[i], 14, bold: true);
        }
        return drawing.ToFigure("A grid of latitude and longitude. " + string.Join(" ", points.Select((p, i) => (Letter: letters[i], Point: p)).OrderBy(p => p.Letter, StringComparer.Ordinal)
            .Select(p => $"Point {p.Letter}: {Lat(p.Point.Lat)}, {Lon(p.Point.Lon)}.")));
    }
}
