using System.Globalization;
using System.Text;
using Npgsql;

namespace Pathfinity.Storage;

/// <summary>What is in a world's schema, as its own comments say, in Markdown.</summary>
public static class DataDictionary
{
    private const string Head = """
        # The data dictionary of a world

        Written by `./pathfinity world dictionary` from the comments in the database; a test compares the two. The grain of a
        table or view is its first sentence; units and formulas stand with the columns. Shares are whole permille, rounded
        down, so that they can be compared exactly. Numbers of skills, questions and careers are those of `catalogue`.

        `./pathfinity verify` recomputes every table of sums and every view from the raw activity and compares them row by row.
        """;

    private static readonly (string Title, string Says)[] Parts =
    [
        ("Views for dashboards", "Computed when they are read, from the sums below: as new as the last commit."),
        ("Sums", "Added to in the transaction that adds the activity: never behind it."),
        ("Activity", "Raw, append-only, partitioned by month."),
        ("People, places and the world's own state", "Written when a school year begins, and with each checkpoint."),
    ];

    /// <exception cref="BadInputException">There is no such world.</exception>
    public static async Task<string> WriteAsync(Database database, string world, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(database);
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        await HeldWorld.CheckAsync(connection, world, cancellation);
        var relations = await ReadAsync(connection, WorldName.Schema(world), cancellation);
        var text = new StringBuilder(Head.ReplaceLineEndings("\n")).Append('\n');
        for (var part = 0; part < Parts.Length; part++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {Parts[part].Title}\n{Parts[part].Says}\n");
            foreach (var relation in relations.Where(relation => relation.Part == part))
            {
                relation.AppendTo(text);
            }
        }
        return text.ToString();
    }

    private static async Task<List<Relation>> ReadAsync(
        NpgsqlConnection connection, string schema, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("""
            SELECT c.relname, c.relkind, obj_description(c.oid, 'pg_class'), a.attname, format_type(a.atttypid, a.atttypmod),
                col_description(c.oid, a.attnum),
                (SELECT string_agg(DISTINCT s.relname, ', ' ORDER BY s.relname)
                 FROM pg_rewrite r JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
                     AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> c.oid JOIN pg_class s ON s.oid = d.refobjid
                 WHERE r.ev_class = c.oid)
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.relnamespace = (SELECT oid FROM pg_namespace WHERE nspname = $1)
                AND c.relkind IN ('r', 'p', 'v') AND NOT c.relispartition
            ORDER BY c.relname COLLATE "C", a.attnum
            """, connection);
        command.Parameters.Add(new() { Value = schema });
        var relations = new List<Relation>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var name = reader.GetString(0);
            if (relations.Count == 0 || relations[^1].Name != name)
            {
                relations.Add(new Relation(name, Part(name, reader.GetChar(1)), reader.GetString(2), reader.IsDBNull(6) ? null : reader.GetString(6)));
            }
            relations[^1].Columns.Add((reader.GetString(3), reader.GetString(4), reader.GetString(5)));
        }
        return relations;
    }

    private static int Part(string name, char kind) => kind switch
    {
        'v' => 0,
        'p' => 2,
        _ => RollupCheck.SumTables.Contains(name) ? 1 : 3,
    };

    private sealed record Relation(string Name, int Part, string About, string? Sources)
    {
        public List<(string Name, string Type, string About)> Columns { get; } = [];

        public void AppendTo(StringBuilder text)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### {Name}\n{About}");
            text.Append(Sources is null ? "\n" : $" From {Sources}.\n");
            text.Append("\n| column | type | |\n|---|---|---|\n");
            foreach (var (name, type, about) in Columns)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {name} | {type.Replace(" with time zone", "", StringComparison.Ordinal)} | {about.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
            }
        }
    }
}
