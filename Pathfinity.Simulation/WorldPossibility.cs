using System.Globalization;
using NodaTime;
using NodaTime.Text;
using YamlDotNet.RepresentationModel;

namespace Pathfinity.Simulation;

/// <summary>Whether what a spec asks for can be at all; each refusal names the line that asks too much.</summary>
internal static class WorldPossibility
{
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
        if (spec.Teachers is { } teachers)
        {
            CheckStaff(spec, teachers, nodes["teachers"]);
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
