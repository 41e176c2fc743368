using NodaTime;
using Pathfinity.Content;
using Pathfinity.Curriculum;
using Pathfinity.Learning;
using Pathfinity.Simulation;
using Pathfinity.Storage;

namespace Pathfinity.Realism.Tests;

/// <summary>Worlds that are lived in memory on a part of the catalogue.</summary>
internal static class LivedWorld
{
    private static readonly LocalDate From = new(2025, 8, 18);
    private static readonly Lazy<Release> Small = new(() => Author(skillsOfCell: 3));
    private static readonly Lazy<Release> Ample = new(() => Author(skillsOfCell: 8));
    private static readonly Lazy<Release> Large = new(() => Author(skillsOfCell: 24));

    public static Release SmallRelease => Small.Value;

    public static WorldSpec Spec(long seed, int students, ModelParameters? model = null, Mechanism without = Mechanism.None) =>
        new() { Seed = seed, From = From, Students = students, Model = model ?? ModelParameters.Default, Without = without };

    /// <summary>A school year of 400 students on a catalogue that lasts for it.</summary>
    public static Task<Log> YearAsync(long seed, Mechanism without = Mechanism.None) =>
        LiveAsync(Spec(seed, 400, without: without), Large.Value, new LocalDate(2026, 5, 29));

    /// <summary>Some weeks of few students on a small catalogue.</summary>
    public static Task<Log> WeeksAsync(WorldSpec spec, int weeks) => LiveAsync(spec, Small.Value, From.PlusWeeks(weeks));

    /// <summary>As many on a catalogue that has more than they come to.</summary>
    public static Task<Log> AmpleWeeksAsync(WorldSpec spec, int weeks) => LiveAsync(spec, Ample.Value, From.PlusWeeks(weeks));

    /// <summary>What such a world drew.</summary>
    public static HiddenWorld Hidden(WorldSpec spec, int weeks) =>
        new(spec, Small.Value, SchoolCalendar.Number(From.PlusWeeks(weeks)));

    /// <summary>As the preset: 200 students in whose history every weekday is a school day.</summary>
    public static WorldSpec Demo(long seed) =>
        new() { Seed = seed, From = From, Students = 200, Calendar = CalendarKind.Continuous };

    /// <summary>The demo's 25 weeks, on most of the catalogue.</summary>
    public static Task<Log> DemoAsync(WorldSpec spec) => LiveAsync(spec, Large.Value, DemoEnd);

    /// <summary>What a demo drew.</summary>
    public static HiddenWorld HiddenDemo(WorldSpec spec) => new(spec, Large.Value, SchoolCalendar.Number(DemoEnd));

    private static LocalDate DemoEnd => From.PlusWeeks(25);

    private static async Task<Log> LiveAsync(WorldSpec spec, Release release, LocalDate to)
    {
        var rows = await MemoryWorld.LiveAsync(spec, release, SchoolCalendar.Number(to), 2, CancellationToken.None);
        return WorldLog.Of(spec, [release], rows);
    }

    private static Release Author(int skillsOfCell)
    {
        var curriculum = CurriculumLoader.Default;
        var few = curriculum.Skills.GroupBy(skill => (skill.Subject, skill.Grade)).SelectMany(cell => cell.Take(skillsOfCell));
        var catalogue = new CatalogueAuthor(curriculum, ContentLibrary.Default)
            .Write(1, new Volume(), skills: few.Select(skill => skill.Id).ToHashSet());
        return UnstoredRelease.Of(catalogue, curriculum);
    }
}
