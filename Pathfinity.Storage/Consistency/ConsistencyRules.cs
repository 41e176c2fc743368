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

    /// <summary>Whether it may look at some students alone: from id $3 to id $4.</summary>
    public bool IsByStudent => Sql.Contains("$3", StringComparison.Ordinal);

    /// <summary>The tables of which it looks at the rows of its days alone.</summary>
    public ImmutableArray<string> DayTables { get; } =
        [.. DayPattern().Matches(Sql).Select(match => match.Groups["table"].Value).Distinct()];

    /// <summary>
    /// A row for each set of rules that some rows break, the empty one too: bit 1 &lt;&lt; i for rule i, how many rows, and
    /// the least id among them. A row that breaks none is asked each rule once, and no more.
    /// </summary>
    /// <param name="days">The schema of the tables that hold the rows of its days.</param>
    public string Query(string schema, string catalogue, string days) => $"""
        SELECT broken, count(*), min(id) FROM (
            SELECT id, CASE WHEN {string.Join(" OR ", Rules.Select(rule => rule.Name))}
                THEN {string.Join(" + ", Rules.Select((rule, i) => $"CASE WHEN {rule.Name} THEN {1L << i} ELSE 0 END"))}::bigint
                ELSE 0::bigint END AS broken
            FROM ({Sql.Replace("{schema}", schema, StringComparison.Ordinal).Replace("{catalogue}", catalogue, StringComparison.Ordinal)
                .Replace("{days}", days, StringComparison.Ordinal)}) AS facts
        ) AS marked GROUP BY broken
        """;

    private static RuleScan Read(string name, string sql) => new(name, sql, [.. RulePattern().Matches(sql)
        .Select(match => new ConsistencyRule(match.Groups["name"].Value, match.Groups["says"].Value))]);

    [GeneratedRegex(@"^    -- (?<says>[^\n]+)\n(?<sql>(?:    (?!-- )[^\n]*\n)*?    [^\n]*?AS (?<name>[a-z_0-9]+),?)$", RegexOptions.Multiline)]
    private static partial Regex RulePattern();

    [GeneratedRegex(@"\{days\}\.(?<table>[a-z_]+)")]
    private static partial Regex DayPattern();
}
