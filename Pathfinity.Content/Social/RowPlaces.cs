using Pathfinity.Content.Figures;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.SocialStudies;

/// <summary>
/// Things in a row, or people in a line: what is next to, between, first, last, nearest or farthest. Params: ask; line
/// (true for people who take turns).
/// </summary>
internal sealed class RowPlaces() : ItemModel("social.row-places", version: 2)
{
    private static readonly string[] Things =
        ["ball", "cup", "hat", "book", "bed", "tree", "car", "box", "drum", "kite", "lamp", "chair", "shoe", "bell", "cat", "fish"];

    public override bool Works => true;

    public override Draft? Write(Commission c)
    {
        var line = c.Params.Flag("line");
        var count = c.Rolls.Between(4, 5);
        var pool = line ? Roster.Draw(c, 6) : Pool(c);
        if (pool.Length < count)
        {
            return null;
        }
        var row = c.Rolls.Shuffle(pool)[..count];
        var at = c.Rolls.Between(1, count - 2);
        var ask = c.Rolls.Pick(c.Params.List("ask", "next", "between"));
        var (key, wrongs) = ask switch
        {
            "next" => (row[c.Rolls.Below(2) == 0 ? at - 1 : at + 1], row.Where((_, i) => Math.Abs(i - at) > 1).ToArray()),
            "between" => (row[at], row.Where((_, i) => i != at && Math.Abs(i - at) != 1).Concat([row[at - 1]]).ToArray()),
            "after" => (row[at + 1], row.Where((_, i) => i != at && i != at + 1).ToArray()),
            "before" => (row[at - 1], row.Where((_, i) => i != at && i != at - 1).ToArray()),
            "first" or "near" => (row[0], row[1..]),
            _ => (row[^1], row[..^1]),
        };
        if (wrongs.Length < 2)
        {
            return null;
        }
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = $"{Lead(c, line)}{Stem(c, line, ask, row, at)}",
            Figure = Drawn(row, line),
            Key = [key],
            Demand = Demand.Apply,
            Hint = line ? "The line starts on the left." : "Point at each one in the picture from left to right.",
            Rationale = $"From left to right: {string.Join(", ", row)}. So it is {key}.",
            Proof = Proof.Rows(row.Select((name, i) => new { name, at = i, gap = Math.Abs(i - at) }), Where(ask, at, count)),
        };
        foreach (var wrong in c.Rolls.Shuffle(wrongs).Take(2))
        {
            draft.Wrong(wrong == row[count - 1 - Array.IndexOf(row, key)] ? "social.starts-at-the-other-end" : "social.skips-one-in-a-row", wrong);
        }
        return draft;
    }

    private static string Where(string ask, int at, int count) => ask switch
    {
        "next" => "gap = 1",
        "between" => "gap = 0",
        "after" => $"at = {at + 1}",
        "before" => $"at = {at - 1}",
        "first" or "near" => "at = 0",
        _ => $"at = {count - 1}",
    };

    private static Phrase Stem(Commission c, bool line, string ask, string[] row, int at)
    {
        var other = c.Rolls.Below(2);
        return (line, ask) switch
        {
            (true, "after") => other == 0 ? Wording.Say($"Children wait in a line. {row[at]} takes a turn now. Whose turn is next?") : $"{row[at]} is done. Who goes next?",
            (true, "before") => other == 0 ? Wording.Say($"Now it is the turn of {row[at]}. Who had a turn just before?") : $"Who stands just in front of {row[at]} in the line?",
            (true, "first") => other == 0 ? Wording.Say($"Children wait in a line. The line starts on the left. Who goes first?") : $"Look at the line from left to right. Who has the first turn?",
            (true, _) => other == 0 ? Wording.Say($"Children wait in a line. The line starts on the left. Who goes last?") : $"Look at the line from left to right. Who has the last turn?",
            (_, "next") => other == 0 ? Wording.Say($"Look at the row. What is next to the {row[at]}?") : $"Find the {row[at]} in the row. Which one is right beside it?",
            (_, "between") => other == 0 ? Wording.Say($"Look at the row. What is between the {row[at - 1]} and the {row[at + 1]}?") : $"Find the {row[at - 1]} and the {row[at + 1]}. What is in the middle of these two?",
            (_, "first") => other == 0 ? Wording.Say($"Start on the left. What is first in the row?") : $"Read the row from left to right. Which one comes first?",
            (_, "last") => other == 0 ? Wording.Say($"Start on the left. What is last in the row?") : $"Read the row from left to right. Which one comes last?",
            (_, "near") => other == 0 ? Wording.Say($"You stand at the star. What is nearest to you?") : $"Start at the star. Which one do you reach first?",
            _ => other == 0 ? Wording.Say($"You stand at the star. What is farthest from you?") : $"Start at the star. Which one takes the longest way?",
        };
    }

    /// <summary>The things of the place of work, or of every day.</summary>
    private static string[] Pool(Commission c) => c.Work is null
        ? Things
        : [.. c.Work.Objects.Select(thing => thing.Singular).Concat(c.Rolls.Shuffle(Things)[..2])
            .Where(name => name.Length <= 14).Distinct()];

    private static Phrase Lead(Commission c, bool line)
    {
        if (c.Work is null)
        {
            return $"";
        }
        c.Use(WorkUse.Constraint);
        return line ? Wording.Say($"Visitors wait in a line at {c.Work.Setting}. ") : $"These things stand in a row at {c.Work.Setting}. ";
    }

    private static Figure Drawn(string[] row, bool line)
    {
        const int Step = 100;
        var drawing = new Drawing(40 + (row.Length * Step), 92);
        Pictures.Icon(drawing, "star", 18, 44, 11, Drawing.Yellow, "start");
        for (var i = 0; i < row.Length; i++)
        {
            drawing.Rect(38 + (i * Step), 16, Step - 10, 52, "#ffffff", Pictures.Colours[i], row[i], line ? 26 : 6).Text(38 + (Step / 2.0) - 5 + (i * Step), 47, row[i], 14);
        }
        return drawing.ToFigure($"A star, and then from left to right: {string.Join(", ", row)}.");
    }
}
