using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Pathfinity.Storage;

/// <summary>Something that may never be seen in a world's activity.</summary>
/// <param name="Name">What a breach is called: "attempt_without_session".</param>
/// <param name="Says">What holds instead, as a sentence.</param>
public sealed record ConsistencyRule(string Name, string Says);

/// <summary>Rules that one pass over the same rows checks: a query with the rows' id, their day and a column a rule.</summary>
internal sealed partial record RuleScan(string Name, string Sql, ImmutableArray<ConsistencyRule> Rules)
{
    /// <summary>All scans, by name. Each rule's sentence stands as a comment above its column.</summary>
    public static ImmutableArray<RuleScan> All { get; } =
        [.. EmbeddedSql.Folder("check").Select(file => Read(Path.GetFileNameWithoutExtension(file.Name), file.Text))];

    /// <summary>Whether only some days may be looked at; people are always checked whole.</summary>
    public bool IsByDay => Sql.Contains("$1", StringComparison.Ordinal);

    /// <summary>
    /// One row: how many rows were looked at, and for each rule how many break it and the least id among those.
    /// </summary>
    public string Query(string schema, string catalogue) => $"""
        SELECT count(*), {string.Join(", ", Rules.Select(rule => $"count(*) FILTER (WHERE {rule.Name}), min(id) FILTER (WHERE {rule.Name})"))}
        FROM ({Sql.Replace("{schema}", schema, StringComparison.Ordinal).Replace("{catalogue}", catalogue, StringComparison.Ordinal)}) AS facts
        """;

    private static RuleScan Read(string name, string sql) => new(name, sql, [.. RulePattern().Matches(sql)
        .Select(match => new ConsistencyRule(match.Groups["name"].Value, match.Groups["says"].Value))]);

    [GeneratedRegex(@"^    -- (?<says>[^\n]+)\n(?<sql>(?:    (?!-- )[^\n]*\n)*?    [^\n]*?AS (?<name>[a-z_0-9]+),?)$", RegexOptions.Multiline)]
    private static partial Regex RulePattern();
}
