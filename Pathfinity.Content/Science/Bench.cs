using System.Collections.Immutable;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Science;

/// <summary>
/// A place where somebody works with a strand of science and a paper of that work: a vet with a care sheet, a forecaster
/// with a rain log. Read from Data/science/science-benches.yaml; strands are the letters of skill ids.
/// </summary>
internal sealed record Bench(string Role, string Paper)
{
    private const string Table = "science-benches";

    /// <summary>True when some strand of science is part of the work there.</summary>
    public static bool Suits(WorkContext work) => ContentLibrary.Default.Table(Table).Any(row => row["context"] == work.Key);

    /// <summary>True when the skill's strand is part of the work there.</summary>
    public static bool Suits(WorkContext work, Skill skill) => Rows(work, skill).Any();

    public static Bench Draw(Commission c)
    {
        var row = c.Rolls.Pick(Rows(c.Work!, c.Skill).ToImmutableArray());
        return new Bench(row["role"], row["paper"]);
    }

    private static IEnumerable<IReadOnlyDictionary<string, string>> Rows(WorkContext work, Skill skill)
    {
        var strand = skill.Id.Split('.')[2];
        return ContentLibrary.Default.Table(Table).Where(row => row["context"] == work.Key
            && row["strands"].Contains(strand, StringComparison.Ordinal)
            && (!row.TryGetValue("upto", out var last) || skill.Grade <= Grade.Parse(last))
            && (!row.TryGetValue("from", out var first) || skill.Grade >= Grade.Parse(first)));
    }
}
