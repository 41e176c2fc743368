using System.Text.RegularExpressions;
using Npgsql;
using Pathfinity.Cli.Suite;
using Pathfinity.Simulation;
using Pathfinity.Testing;

namespace Pathfinity.Cli.Tests;

/// <summary>
/// docs/school-life.md: each of its queries answers in the world that the page names, with the columns that it shows. The
/// rows themselves move with every change of the catalogue.
/// </summary>
[Trait("Tier", "full")]
[Collection(SchoolHouseCollection.Name)]
public sealed partial class SchoolLifeTests(SchoolHouse house)
{
    private static readonly (string Line, string Is)[] Changes =
        [("students", "students: 84"), ("class_size", "class_size: 12"), ("catalogue", "catalogue: sample"), ("teachers", "")];

    [Fact]
    public async Task A_teachers_week_and_a_familys_month_can_be_read_from_the_tables()
    {
        using var folder = new TempFolder();
        var spec = Changes.Aggregate(Presets.Text("testbed"), (text, change) =>
            Regex.Replace(text, $"^{change.Line}:.*$", change.Is, RegexOptions.Multiline));
        var file = folder.PathTo("small.yaml");
        await File.WriteAllTextAsync(file, spec);
        await house.JsonAsync("world", "create", "--world", "family", "--spec", file);
        var tables = Table().Matches(await File.ReadAllTextAsync(
            Path.Combine(SuiteProjects.OfCheckout(AppContext.BaseDirectory).Root, "docs", "school-life.md")));
        Assert.Equal(5, tables.Count);
        await using var connection = new NpgsqlConnection(house.ConnectionString);
        await connection.OpenAsync();
        await using (var command = new NpgsqlCommand("SET search_path = world_family", connection))
        {
            await command.ExecuteNonQueryAsync();
        }
        foreach (var groups in tables.Select(table => table.Groups))
        {
            await using var command = new NpgsqlCommand(groups["sql"].Value, connection);
            await using var rows = await command.ExecuteReaderAsync();
            var columns = Enumerable.Range(0, rows.FieldCount).Select(rows.GetName);
            Assert.Equal(groups["heading"].Value.Split('|', StringSplitOptions.TrimEntries), columns);
            Assert.True(rows.HasRows, groups["sql"].Value);
        }
    }

    [GeneratedRegex("```sql\n(?<sql>.*?)```\n```\n(?<heading>.*?)\n", RegexOptions.Singleline)]
    private static partial Regex Table();
}
