using System.Globalization;
using NodaTime;
using NodaTime.Text;
using YamlDotNet.RepresentationModel;

namespace Pathfinity.Simulation;

/// <summary>Whether what a spec asks for can be at all; each refusal names the line that asks too much.</summary>
internal static class WorldPossibility
{
    private const int HoursApart = 3;

    /// <param name="isDated">Whether the spec names its first day.</param>
    /// <param name="nodes">Values of the spec's keys.</param>
    /// <exception cref="SpecException">It cannot be; the message begins with the line.</exception>
    public static void Check(WorldSpec spec, bool isDated, Dictionary<string, YamlNode> nodes)
    {
        if (spec.History is not null && (isDated || spec.To is not null))
        {
            throw WorldSpecYaml.Refused(
                nodes["history"], "history: it counts back from the day on which the world is made; leave out from and to, or history");
        }
        if (spec.To < spec.From)
        {
            throw WorldSpecYaml.Refused(nodes["to"], $"to: {Iso(spec.To!.Value)} is before the first day, {Iso(spec.From)}");
        }
        if (spec.To is { } to && !HasSchool(spec, to))
        {
            throw WorldSpecYaml.Refused(nodes["to"], $"to: the calendar has no day of school from {Iso(spec.From)} to {Iso(to)}");
        }
        if (spec.Mode != WorldMode.Opportunity && nodes.TryGetValue("opportunities", out var opportunities))
        {
            throw WorldSpecYaml.Refused(opportunities, "opportunities: schools differ in them in the mode opportunity only");
        }
        if (spec.Mode != WorldMode.Planted && nodes.TryGetValue("planted_gap", out var gap))
        {
            throw WorldSpecYaml.Refused(gap, "planted_gap: there is a group with a gap in the mode planted only");
        }
        foreach (var zone in spec.FurtherZones)
        {
            CheckZone(spec, zone, nodes["further_zones"]);
        }
        if (spec.Teachers is { } teachers)
        {
            CheckStaff(spec, teachers, nodes["teachers"]);
        }
    }

    /// <summary>The spec, when there is school on some day of the history that it counts back from today.</summary>
    /// <exception cref="SpecException">There is none; the message begins with the line.</exception>
    public static WorldSpec Dated(WorldSpec spec, YamlNode node) => spec.To is not { } to || HasSchool(spec, to)
        ? spec
        : throw WorldSpecYaml.Refused(
            node, $"history: the calendar has no day of school from {Iso(spec.From)} to {Iso(to)}; ask for more days of history");

    private static bool HasSchool(WorldSpec spec, LocalDate to)
    {
        var calendar = new SchoolCalendar(spec);
        var (first, last) = (SchoolCalendar.Number(spec.From), SchoolCalendar.Number(to));
        return Enumerable.Range(first, last - first + 1).Any(day => calendar.Day(day).IsInSession);
    }

    // The day of every school lies within the day of the first zone, from its dawn to the next.
    private static void CheckZone(WorldSpec spec, string zone, YamlNode node)
    {
        var noon = spec.From.At(new LocalTime(12, 0));
        var apart = DateTimeZoneProviders.Tzdb[spec.Zone].AtLeniently(noon).ToInstant()
            - DateTimeZoneProviders.Tzdb[zone].AtLeniently(noon).ToInstant();
        if (Math.Abs(apart.TotalHours) > HoursApart)
        {
            throw WorldSpecYaml.Refused(node, string.Create(
                CultureInfo.InvariantCulture, $"further_zones: {zone} is more than {HoursApart} hours from {spec.Zone}; make it a world of its own"));
        }
    }

    // Each classroom has a teacher of its own.
    private static void CheckStaff(WorldSpec spec, int teachers, YamlNode node)
    {
        if (teachers > spec.Students)
        {
            throw WorldSpecYaml.Refused(node, string.Create(
                CultureInfo.InvariantCulture, $"teachers: {teachers} are more than the {spec.Students} students whom they would teach"));
        }
        var classrooms = new PeopleBuilder(spec).Build(0).Classrooms.Length;
        if (classrooms > teachers)
        {
            throw WorldSpecYaml.Refused(node, string.Create(CultureInfo.InvariantCulture,
                $"teachers: {spec.Students} students in classes of {spec.ClassSize} at most make {classrooms} classrooms, "
                + $"more than {teachers} teachers can take; give {classrooms} teachers or more, larger classes or fewer students"));
        }
    }

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
