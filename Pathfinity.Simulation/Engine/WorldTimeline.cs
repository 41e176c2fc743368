using System.Collections.Immutable;

namespace Pathfinity.Simulation;

/// <summary>A world's frames: who is there and what is taught on which days, from its spec and its journal.</summary>
/// <param name="load">Loads a release of the catalogue.</param>
internal sealed class WorldTimeline(WorldSpec spec, Func<int, CancellationToken, Task<Release>> load)
{
    private readonly PeopleBuilder people = new(spec);
    private readonly Dictionary<int, Roster> rosters = [];
    private readonly Dictionary<int, Release> releases = [];

    public SchoolCalendar Calendar { get; } = new(spec);

    /// <summary>The schools of the world, the same every year.</summary>
    public ImmutableArray<School> Schools => people.Schools();

    /// <summary>The people of a school year, drawn when they are asked for, and again once a frame was made of them.</summary>
    public Roster RosterOf(int year)
    {
        if (!rosters.TryGetValue(year, out var roster))
        {
            rosters.Add(year, roster = people.Build(year));
        }
        return roster;
    }

    /// <summary>The frame of days from one on; it ends where the year or the release does, or with the last wanted day.</summary>
    /// <param name="journal">The entries in force up to the last wanted day.</param>
    public async Task<FrameSpan> FrameAsync(
        ImmutableArray<JournalEntry> journal, int first, int throughDay, CancellationToken cancellation)
    {
        var roster = RosterOf(Calendar.YearOf(first));
        var bound = journal.Where(e => e.Kind == JournalKind.Release).OrderBy(e => e.Number).ToList();
        var last = bound.Where(e => e.Day > first && e.Day <= throughDay).Select(e => e.Day - 1)
            .Append(throughDay).Append(roster.LastDay).Min();
        foreach (var entry in bound.Where(e => e.Day <= first))
        {
            await ReadAsync(entry.Value, cancellation).ConfigureAwait(false);
        }
        var frame = new WorldFrame(spec, Calendar, roster, releases[BoundOn(bound, first)]);
        rosters.Remove(roster.Year);
        return new FrameSpan(
            frame, Math.Max(roster.FirstDay, bound.Last(e => e.Day <= first).Day), last, new CatalogueKeys(releases.Values),
            day => (Calendar.YearOf(day), releases[BoundOn(bound, day)]));
    }

    private static int BoundOn(List<JournalEntry> bound, int day) =>
        bound.LastOrDefault(entry => entry.Day <= day)?.Value
        ?? throw new InvalidOperationException("The world's journal binds it to no release.");

    private async Task ReadAsync(int release, CancellationToken cancellation)
    {
        if (!releases.ContainsKey(release))
        {
            releases.Add(release, await load(release, cancellation).ConfigureAwait(false));
        }
    }
}

/// <summary>Days under one frame.</summary>
/// <param name="KeptUnder">Under which year and release the minds of a day's end are kept.</param>
internal sealed record FrameSpan(
    WorldFrame Frame, int FirstDay, int LastDay, CatalogueKeys Keys, Func<int, (int Year, Release Release)> KeptUnder);
