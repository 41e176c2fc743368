using System.Collections.Immutable;
using NodaTime;
using NodaTime.Extensions;
using Pathfinity.Contracts;
using Pathfinity.Simulation;
using Pathfinity.Storage;

namespace Pathfinity.Silo.Worlds;

/// <summary>A world as the grains of one silo share it: its frames, the order that holds, its time.</summary>
internal sealed class SiloWorld : IDisposable
{
    private readonly SchoolReader reader;
    private readonly TimeProvider time;
    private readonly WorldTimeline timeline;
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly Lock taking = new();
    private WorldOutline outline;
    private volatile WorldOrder? order;
    private volatile FrameSpan? span;
    private volatile WorldLease lease = new("", 0, "");
    private long orderedAt;
    private double lagMs;

    private SiloWorld(string name, SchoolReader reader, WorldStore store, WorldOutline outline, TimeProvider time)
    {
        Name = name;
        this.reader = reader;
        this.time = time;
        this.outline = outline;
        timeline = new WorldTimeline(outline.Spec, store.LoadReleaseAsync);
    }

    public string Name { get; }

    public SchoolCalendar Calendar => timeline.Calendar;

    /// <summary>The schools of the world, the same every year.</summary>
    public ImmutableArray<School> Schools => timeline.Schools;

    public int FirstDay => SchoolCalendar.Number(outline.Spec.From);

    /// <summary>The newest order that was heard of here.</summary>
    /// <exception cref="InvalidOperationException">None was.</exception>
    public WorldOrder Order => order ?? throw new InvalidOperationException($"Nothing was ordered for the world '{Name}'.");

    /// <summary>The lease of the newest order: the same object for as long as it holds.</summary>
    public WorldLease Lease => lease;

    /// <summary>How late the latest activity was stored, in wall milliseconds after it was due.</summary>
    public double LagMs => Volatile.Read(ref lagMs);

    public Instant Wall => time.GetUtcNow().ToInstant();

    /// <summary>The world's time.</summary>
    public Instant Now => Order.Clock.WorldAt(Wall, Calendar.Zone);

    /// <summary>How long ago the order was confirmed.</summary>
    public TimeSpan OrderAge => time.GetElapsedTime(Interlocked.Read(ref orderedAt));

    public static async Task<SiloWorld> OpenAsync(
        string name, SchoolReader reader, WorldStore store, TimeProvider time, CancellationToken cancellation) =>
        new(name, reader, store, await reader.OutlineAsync(name, cancellation), time);

    public void Dispose() => gate.Dispose();

    /// <summary>Takes an order, unless a newer one is known.</summary>
    public void Take(WorldOrder heard)
    {
        lock (taking)
        {
            if (heard.IsNewerThan(order))
            {
                if (heard.Epoch != lease.Epoch)
                {
                    lease = new WorldLease(Name, heard.Epoch, heard.Holder);
                }
                order = heard;
            }
            if (ReferenceEquals(heard, order) || heard.Revision == order!.Revision)
            {
                Interlocked.Exchange(ref orderedAt, time.GetTimestamp());
            }
        }
    }

    /// <summary>The frame of a day, as the order's journal has it.</summary>
    public async ValueTask<FrameSpan> FrameAsync(int day, CancellationToken cancellation)
    {
        var (known, length) = (span, Order.JournalLength);
        if (known is not null && Holds(known, day) && outline.Journal.Length >= length)
        {
            return known;
        }
        await gate.WaitAsync(cancellation);
        try
        {
            if (outline.Journal.Length < length)
            {
                outline = await reader.OutlineAsync(Name, cancellation);
                span = null;
            }
            return span is { } found && Holds(found, day) ? found : span = await timeline.FrameAsync(
                outline.Journal, day, timeline.RosterOf(Calendar.YearOf(day)).LastDay, cancellation);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>The people of a school year.</summary>
    public Roster RosterOf(int year)
    {
        gate.Wait();
        try
        {
            return timeline.RosterOf(year);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>The first day on which a student is quarantined.</summary>
    public int QuarantinedFrom(int student) => outline.Journal
        .Where(entry => entry.Kind == JournalKind.Quarantine && entry.Value == student)
        .Select(entry => entry.Day).FirstOrDefault(int.MaxValue);

    /// <summary>Notes when an activity was stored; in a world without a clock nothing is late.</summary>
    public void NoteStored(Instant dueInWorld)
    {
        var due = Order.Clock.WallAt(dueInWorld, Calendar.Zone);
        if (due != Instant.MaxValue)
        {
            var late = Math.Max(0, (Wall - due).TotalMilliseconds);
            Volatile.Write(ref lagMs, late);
            SiloMeter.Lag.Record(late);
        }
    }

    private static bool Holds(FrameSpan span, int day) => day >= span.FirstDay && day <= span.LastDay;
}
