using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Pathfinity.Learning;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Pathfinity.Simulation;

/// <summary>A world's spec as YAML: a key a line, the model's constants in a block of their own; unknown keys are refused.</summary>
public static class WorldSpecYaml
{
    private const int StudentsMin = 14;
    private const int StudentsMax = 1_000_000;
    private const int ClassSizeMin = 2;
    private const int ClassSizeMax = 60;
    private const int HistoryMax = 3660;
    private const int TeachersMax = 100_000;
    private const double GapMax = 3;
    private static readonly LocalDate Earliest = new(1970, 1, 1);
    private static readonly LocalDate Latest = new(2199, 12, 31);

    public static string Write(WorldSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return string.Create(CultureInfo.InvariantCulture, $"""
            seed: {spec.Seed}
            {DaysLines(spec)}students: {spec.Students}
            class_size: {spec.ClassSize}
            {StaffLines(spec)}district: {Quoted(spec.District)}
            zone: {Quoted(spec.Zone)}
            time_zone_data: {Quoted(spec.TimeZoneData)}
            calendar: {(spec.Calendar == CalendarKind.Standard ? "standard" : "continuous")}
            {ModeLines(spec)}{WithoutLine(spec.Without)}{ModelYaml.Write(spec.Model)}{ProfilesBlock(spec.Profiles)}
            """).ReplaceLineEndings("\n");
    }

    /// <param name="dated">Gives a spec that counts its history back from today the dates it comes to; without it such a
    /// spec is read as it is.</param>
    /// <exception cref="SpecException">The text is no spec; the message begins with the line.</exception>
    public static WorldSpec Read(string yaml, Func<WorldSpec, WorldSpec>? dated = null)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        var (seed, from) = ((long?)null, (LocalDate?)null);
        var nodes = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        var spec = new WorldSpec { Seed = 0, From = Earliest };
        foreach (var (key, node) in Entries(yaml))
        {
            nodes[key.Value!] = node;
            if (key.Value is "model" or "without" or "further_zones" or "opportunities")
            {
                spec = key.Value switch
                {
                    "model" => spec with { Model = ModelYaml.Read(node) },
                    "without" => spec with { Without = Without(node) },
                    "further_zones" => spec with { FurtherZones = FurtherZones(node) },
                    _ => spec with { Opportunities = Offered(node) },
                };
                continue;
            }
            var value = node as YamlScalarNode ?? throw Refused(node, $"the value of '{key.Value}' must be a single one");
            switch (key.Value)
            {
                case "seed": seed = Integer(key, value, long.MinValue, long.MaxValue); break;
                case "from": from = Date(key, value); break;
                case "to": spec = spec with { To = Date(key, value) }; break;
                case "history": spec = spec with { History = (int)Integer(key, value, 1, HistoryMax) }; break;
                case "teachers": spec = spec with { Teachers = (int)Integer(key, value, 1, TeachersMax) }; break;
                case "catalogue": spec = spec with { Catalogue = Catalogue(key, value) }; break;
                case "students": spec = spec with { Students = (int)Integer(key, value, StudentsMin, StudentsMax) }; break;
                case "class_size": spec = spec with { ClassSize = (int)Integer(key, value, ClassSizeMin, ClassSizeMax) }; break;
                case "district": spec = spec with { District = Text(key, value) }; break;
                case "zone": spec = spec with { Zone = Zone(key, value) }; break;
                case "mode": spec = spec with { Mode = Mode(key, value) }; break;
                case "planted_gap": spec = spec with { PlantedGap = Gap(key, value) }; break;
                case "time_zone_data": spec = spec with { TimeZoneData = TimeZoneData(key, value) }; break;
                case "profiles": spec = spec with { Profiles = Profiles(value) }; break;
                case "calendar": spec = spec with { Calendar = Calendar(key, value) }; break;
                default: throw Refused(key, $"'{key.Value}' is no key of a world's spec");
            }
        }
        spec = spec with
        {
            Seed = seed ?? throw new SpecException("the spec has no seed; add a line such as 'seed: 7'"),
            From = from ?? (spec.History is not null
                ? Earliest
                : throw new SpecException("the spec has no first day; add a line such as 'from: 2026-01-05'")),
        };
        WorldPossibility.Check(spec, from is not null, nodes);
        return dated is null || spec.History is null ? spec : WorldPossibility.Dated(dated(spec), nodes["history"]);
    }

    /// <summary>Checks a population's profiles.</summary>
    /// <exception cref="SpecException">They contradict themselves; the message begins with the line.</exception>
    public static void CheckProfiles(string yaml) => Population.Read(yaml);

    private static List<(YamlScalarNode Key, YamlNode Value)> Entries(string yaml)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException e)
        {
            throw new SpecException(string.Create(CultureInfo.InvariantCulture, $"line {e.Start.Line}: {e.Message}"));
        }
        if (stream.Documents is not [{ RootNode: YamlMappingNode root }])
        {
            throw new SpecException("line 1: a spec is one document of lines 'key: value'");
        }
        return [.. root.Children.Select(entry =>
            (entry.Key as YamlScalarNode ?? throw Refused(entry.Key, "a key must be a single word"), entry.Value))];
    }

    private static long Integer(YamlScalarNode key, YamlScalarNode value, long min, long max) =>
        long.TryParse(value.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number >= min && number <= max
            ? number
            : throw Refused(value, string.Create(
                CultureInfo.InvariantCulture, $"{key.Value}: '{value.Value}' is no whole number from {min} to {max}"));

    private static LocalDate Date(YamlScalarNode key, YamlScalarNode value) =>
        LocalDatePattern.Iso.Parse(value.Value ?? "") is { Success: true, Value: var date }
        && date >= Earliest && date <= Latest
            ? date
            : throw Refused(value, $"{key.Value}: '{value.Value}' is no date from 1970-01-01 to 2199-12-31, such as 2026-01-05");

    private static string Text(YamlScalarNode key, YamlScalarNode value) =>
        string.IsNullOrWhiteSpace(value.Value) || value.Value.Any(char.IsControl)
            ? throw Refused(value, $"{key.Value}: a name on one line is needed")
            : value.Value;

    private static string Zone(YamlScalarNode key, YamlScalarNode value)
    {
        var zone = Text(key, value);
        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null
            ? throw Refused(value, $"{key.Value}: '{zone}' is no time zone; write an IANA name such as America/Chicago")
            : zone;
    }

    private static string TimeZoneData(YamlScalarNode key, YamlScalarNode value)
    {
        var version = Text(key, value);
        return version == DateTimeZoneProviders.Tzdb.VersionId
            ? version
            : throw Refused(value, $"time_zone_data: the world was made with '{version}', this program has "
                + $"'{DateTimeZoneProviders.Tzdb.VersionId}' and would give other days; use the program that made it");
    }

    private static ImmutableArray<string> FurtherZones(YamlNode node) =>
        (node as YamlSequenceNode ?? throw Refused(node, "further_zones: a list is needed, such as [America/Denver]")).Children
        .Select(entry => Zone(new YamlScalarNode("further_zones"), entry as YamlScalarNode ?? throw Refused(entry, "further_zones: a zone is one word")))
        .ToImmutableArray();

    private static WorldMode Mode(YamlScalarNode key, YamlScalarNode value) => value.Value switch
    {
        "neutral" => WorldMode.Neutral,
        "opportunity" => WorldMode.Opportunity,
        "planted" => WorldMode.Planted,
        _ => throw Refused(value, $"{key.Value}: '{value.Value}' is no mode; write neutral, opportunity or planted"),
    };

    private static double Gap(YamlScalarNode key, YamlScalarNode value) =>
        double.TryParse(value.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var gap) && Math.Abs(gap) <= GapMax
            ? gap
            : throw Refused(value, string.Create(
                CultureInfo.InvariantCulture, $"{key.Value}: '{value.Value}' is no number from -{GapMax} to {GapMax}"));

    private static Opportunities Offered(YamlNode node)
    {
        var list = node as YamlSequenceNode ?? throw Refused(node, "opportunities: a list is needed, such as [devices, transport]");
        return list.Children.Aggregate(Opportunities.None, (all, entry) => all | (entry as YamlScalarNode)?.Value switch
        {
            "devices" => Opportunities.Devices,
            "transport" => Opportunities.Transport,
            "turnover" => Opportunities.Turnover,
            "courses" => Opportunities.Courses,
            _ => throw Refused(entry, $"opportunities: '{entry}' is none; there are devices, transport, turnover and courses"),
        });
    }

    // What is as it mostly is, is left out.
    private static string ModeLines(WorldSpec spec)
    {
        var lines = spec.FurtherZones.IsEmpty ? "" : $"further_zones: [{string.Join(", ", spec.FurtherZones.Select(Quoted))}]\n";
        lines += spec.Mode == WorldMode.Neutral ? "" : $"mode: {spec.Mode.ToString().ToLowerInvariant()}\n";
        lines += spec.Mode != WorldMode.Opportunity || spec.Opportunities == Opportunities.All ? ""
            : $"opportunities: [{(spec.Opportunities == Opportunities.None ? "" : spec.Opportunities.ToString().ToLowerInvariant())}]\n";
        return lines + (spec.Mode != WorldMode.Planted ? "" : string.Create(
            CultureInfo.InvariantCulture, $"planted_gap: {spec.PlantedGap}\n"));
    }

    private static CalendarKind Calendar(YamlScalarNode key, YamlScalarNode value) => value.Value switch
    {
        "standard" => CalendarKind.Standard,
        "continuous" => CalendarKind.Continuous,
        _ => throw Refused(value, $"{key.Value}: '{value.Value}' is no calendar; write standard or continuous"),
    };

    private static string ProfilesBlock(string? profiles) => profiles is null
        ? ""
        : "profiles: |\n" + string.Concat(profiles.TrimEnd().Split('\n').Select(line => line.Length == 0 ? "\n" : $"  {line}\n"));

    private static string Profiles(YamlScalarNode value)
    {
        try
        {
            return Population.Read(value.Value ?? "").Text;
        }
        catch (SpecException e)
        {
            throw Refused(value, $"profiles: {e.Message}");
        }
    }

    private static string DaysLines(WorldSpec spec) => spec.History is { } history
        ? string.Create(CultureInfo.InvariantCulture, $"history: {history}\n")
        : $"from: {LocalDatePattern.Iso.Format(spec.From)}\n{(spec.To is { } to ? $"to: {LocalDatePattern.Iso.Format(to)}\n" : "")}";

    private static string StaffLines(WorldSpec spec) => string.Create(CultureInfo.InvariantCulture,
        $"{(spec.Teachers is { } teachers ? $"teachers: {teachers}\n" : "")}{(spec.Catalogue is { } volume ? $"catalogue: {volume}\n" : "")}");

    private static string Catalogue(YamlScalarNode key, YamlScalarNode value) => value.Value is "sample" or "full"
        ? value.Value
        : throw Refused(value, $"{key.Value}: '{value.Value}' is no volume of a catalogue; write sample or full");

    private static string WithoutLine(Mechanism without) => without == Mechanism.None
        ? ""
        : $"without: [{string.Join(", ", Mechanisms.All.Where(m => (without & m) != 0).Select(m => m.Name()))}]\n";

    private static Mechanism Without(YamlNode node)
    {
        var list = node as YamlSequenceNode ?? throw Refused(node, "without: a list is needed, such as [forgetting, warm-up]");
        var without = Mechanism.None;
        foreach (var entry in list.Children)
        {
            var found = Mechanisms.All.FirstOrDefault(m => m.Name() == (entry as YamlScalarNode)?.Value);
            without |= found != Mechanism.None ? found : throw Refused(
                entry, $"without: '{entry}' is no mechanism; there are {string.Join(", ", Mechanisms.All.Select(m => m.Name()))}");
        }
        return without;
    }

    internal static SpecException Refused(YamlNode node, string reason) =>
        new(string.Create(CultureInfo.InvariantCulture, $"line {node.Start.Line}: {reason}"));

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
