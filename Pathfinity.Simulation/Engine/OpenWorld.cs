using System.Collections.Immutable;

namespace Pathfinity.Simulation;

/// <summary>A world under a lease, ready to be advanced by one of the engines.</summary>
public sealed class OpenWorld
{
    private readonly WorldTimeline timeline;
    private readonly Evening? evening;
    private readonly ImmutableArray<School> schools;
    private readonly HashSet<int> entered = [];
    private ImmutableArray<JournalEntry> journal;

    private OpenWorld(IWorldStore store, WorldLease lease, StoredWorld stored, Evening? evening)
    {
        Store = store;
        Lease = lease;
        Spec = stored.Spec;
        timeline = new WorldTimeline(stored.Spec, store.LoadReleaseAsync);
        Calendar = timeline.Calendar;
        schools = timeline.Schools;
        journal = stored.Journal;
        Memory = new WorldMemory(stored);
        this.evening = evening;
    }

    public IWorldStore Store { get; }
    public WorldLease Lease { get; }
    public WorldSpec Spec { get; }
    public SchoolCalendar Calendar { get; }
    internal WorldMemory Memory { get; }

    /// <summary>The world's first day.</summary>
    public int FirstDay => SchoolCalendar.Number(Spec.From);

    /// <summary>The last day that is complete in every school; the day before the first when none is.</summary>
    public int CompleteThrough => schools.Min(CompleteIn);

    /// <summary>The digest of the world up to <see cref="CompleteThrough"/>; all schools must be there.</summary>
    public string Digest => Memory.Digest();

    /// <param name="evening">What every classroom's evening decides; <see cref="Teaching"/> when none is given.</param>
    public static async Task<OpenWorld> OpenAsync(
        IWorldStore store, WorldLease lease, CancellationToken cancellation, Evening? evening = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        var stored = await store.LoadAsync(lease, cancellation).ConfigureAwait(false);
        return new OpenWorld(store, lease, stored, evening);
    }

    /// <summary>
    /// Begins the days from the first incomplete one on: stores a new year's people and reads the journal. The stretch
    /// ends where year or release change.
    /// </summary>
    /// <param name="throughDay">The last day that is wanted.</param>
    /// <param name="loadLeast">From so many days of students on, more than one day is a load; none when left out.</param>
    internal async Task<Stretch> BeginAsync(
        int throughDay, CancellationToken cancellation, long loadLeast = long.MaxValue)
    {
        var first = CompleteThrough + 1;
        var roster = await EnterAsync(Calendar.YearOf(first), cancellation).ConfigureAwait(false);
        var last = Math.Min(throughDay, roster.LastDay);
        if (last > first && roster.Students.Length * (long)(last - first + 1) >= loadLeast)
        {
            Store.BeginLoad(Lease);
        }
        journal = await Store.BeginDaysAsync(Lease, last, cancellation).ConfigureAwait(false);
        Memory.Learn(journal);
        var span = await timeline.FrameAsync(journal, first, last, cancellation).ConfigureAwait(false);
        Memory.KeptUnder(span.KeptUnder);
        return new Stretch(span.Frame, span.LastDay, span.Keys, school => new SchoolShard(
            span.Frame, school, Memory, CompleteIn(school), evening));
    }

    /// <summary>The last day that is complete in a school; the day before the first when none is.</summary>
    internal int CompleteIn(School school) => Memory.Days.GetValueOrDefault(school.Id, FirstDay - 1);

    /// <summary>
    /// Begins one more day of a stretch; false when the journal changes something on it, or the year ends, and a new
    /// stretch is due.
    /// </summary>
    internal async Task<bool> ContinueAsync(Stretch stretch, int day, CancellationToken cancellation)
    {
        if (day > stretch.Frame.Roster.LastDay)
        {
            return false;
        }
        var now = await Store.BeginDaysAsync(Lease, day, cancellation).ConfigureAwait(false);
        return now.Length == journal.Length;
    }

    private async Task<Roster> EnterAsync(int year, CancellationToken cancellation)
    {
        var roster = timeline.RosterOf(year);
        if (!entered.Contains(year))
        {
            await Store.EnterYearAsync(Lease, roster, cancellation).ConfigureAwait(false);
            entered.Add(year);
        }
        return roster;
    }
}

/// <summary>Days under one frame.</summary>
/// <param name="LastDay">The last day of the stretch.</param>
/// <param name="Open">Takes a school of the frame's year into memory, as its last checkpoint has it.</param>
internal sealed record Stretch(WorldFrame Frame, int LastDay, CatalogueKeys Keys, Func<School, SchoolShard> Open);
