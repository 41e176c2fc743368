using System.Collections.Immutable;

namespace Pathfinity.Content.SocialStudies;

/// <summary>A process with its steps in order.</summary>
internal sealed record Process(string Title, ImmutableArray<string> Steps);

/// <summary>Processes of a skill. Told to the young as "you ...", to others as sentences.</summary>
internal sealed class StepTable
{
    private StepTable(Commission c)
    {
        Name = c.Skill.Id;
        var rows = c.Library.Table(Name);
        var head = rows.First(row => row.ContainsKey("steps"));
        You = head["steps"] == "you";
        Bug = head["bug"];
        Hint = head["hint"];
        Processes = [.. rows.Where(row => row.ContainsKey("process")).GroupBy(row => row["process"])
            .Select(group => new Process(group.Key, [.. group.Select(row => row["text"])]))];
    }

    public string Name { get; }

    public bool You { get; }

    public string Bug { get; }

    public string Hint { get; }

    public ImmutableArray<Process> Processes { get; }

    public static StepTable Of(Commission c) => Tables.Of(c, c.Skill.Id, () => new StepTable(c));

    /// <summary>The place of a step in its process by the table of data, looked up anew: what proofs rest on.</summary>
    public int PlaceOf(Commission c, Process process, string step) => int.Parse(
        c.Library.Table(Name).Single(row => row.GetValueOrDefault("process") == process.Title && row["text"] == step)["n"],
        System.Globalization.CultureInfo.InvariantCulture);
}
