using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using Npgsql;
using Pathfinity.Curriculum;
using Pathfinity.Learning;
using Pathfinity.Storage;

namespace Pathfinity.Realism;

/// <summary>
/// Writes truth.csv: for each student and practised skill every hidden trait that the model drew, so that researchers
/// can see how well their models find it. Logits unless docs/realism.md names a unit.
/// </summary>
public static class TruthFile
{
    public const string Name = "truth.csv";

    // Whatever a trait may be called later, it is in the file.
    private static readonly ImmutableArray<PropertyInfo> Drawn =
    [
        .. typeof(Traits).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.PropertyType == typeof(double) || property.PropertyType == typeof(bool)
                || property.PropertyType == typeof(int) || property.PropertyType.IsEnum)
            .OrderBy(property => property.Name, StringComparer.Ordinal),
    ];

    /// <summary>The columns, in order.</summary>
    public static ImmutableArray<string> Columns { get; } =
    [
        "student_id", "skill_id", "ability", "student_skill", "skill_difficulty", "skill_rate", "growth_before", "growth",
        .. Drawn.Select(property => Snake(property.Name)),
        .. Enum.GetNames<Interest>().Select(name => "interest_" + Snake(name)),
    ];

    /// <summary>Writes the file into a folder; it bears its name only when it is whole.</summary>
    /// <exception cref="BadInputException">There is no such world.</exception>
    public static async Task<ExportedFile> WriteAsync(
        Database database, string world, DirectoryInfo folder, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(folder);
        var whole = Path.Combine(folder.FullName, Name);
        folder.Create();
        var rows = 0L;
        try
        {
            await using (var file = new StreamWriter(whole + ".partial", append: false, new UTF8Encoding(false)) { NewLine = "\r\n" })
            {
                await file.WriteLineAsync(string.Join(',', Columns));
                rows = await WriteRowsAsync(database, world, file, cancellation);
            }
            File.Move(whole + ".partial", whole, overwrite: true);
            return new ExportedFile(Name, rows);
        }
        catch
        {
            File.Delete(whole + ".partial");
            throw;
        }
    }

    private static async Task<long> WriteRowsAsync(
        Database database, string world, StreamWriter file, CancellationToken cancellation)
    {
        var catalogue = await CatalogueStore.OpenAsync(database, cancellation);
        var bound = await WorldHistory.BoundAsync(database, world, catalogue.LoadReleaseAsync, cancellation);
        await using var connection = await database.Source.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand($"""
            SELECT m.student_id, m.skill_id, s.id FROM {bound.Schema}.student_skill m
            JOIN catalogue.skills s ON s.number = m.skill_id ORDER BY m.student_id, m.skill_id
            """, connection) { CommandTimeout = 0 };
        var hidden = new HiddenWorld(bound.Spec, bound.Releases[^1], bound.LastDay);
        var rows = 0L;
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            if (hidden.SkillOf(reader.GetInt32(1)) is { } skill)
            {
                await file.WriteLineAsync(Row(hidden, reader.GetInt32(0), skill, reader.GetString(2)));
                rows++;
            }
        }
        return rows;
    }

    private static string Row(HiddenWorld hidden, int student, int skill, string id)
    {
        var traits = hidden.TraitsOf(student);
        var subject = hidden.Release.Syllabus.Skills[skill].Subject;
        IEnumerable<object?> values =
        [
            student, id, traits.Ability(subject), traits.AtSkill(hidden.Effects.SkillKey(skill), hidden.Parameters), hidden.Effects.SkillDifficulty(skill),
            hidden.Effects.SkillRate(skill), traits.GrowthBefore(subject), traits.Growth(subject),
            .. Drawn.Select(property => property.GetValue(traits)),
            .. Enum.GetValues<Interest>().Select(interest => (object)traits.Interest(interest)),
        ];
        return string.Join(',', values.Select(Text));
    }

    private static string Text(object? value) => value switch
    {
        double number => number.ToString("0.######", CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        Enum named => Snake(named.ToString()),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };

    private static string Snake(string name) => string.Concat(name.Select((letter, i) =>
        char.IsUpper(letter) ? (i > 0 ? "_" : "") + char.ToLowerInvariant(letter) : letter.ToString()));
}
