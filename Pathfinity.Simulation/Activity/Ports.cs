using System.Collections.Immutable;

namespace Pathfinity.Simulation;

/// <summary>The right to advance a world: one engine has it at a time, and every commit checks its epoch.</summary>
/// <param name="World">Name of the world.</param>
/// <param name="Epoch">Grows by one with each holder.</param>
/// <param name="Holder">Who holds it, for people: program, machine and process.</param>
public sealed record WorldLease(string World, long Epoch, string Holder);

/// <summary>How far a student's activities go in a batch, both sequence numbers included.</summary>
public readonly record struct Advance(int Student, int FromSequence, int ToSequence);

/// <summary>Activities of one school that are written or refused together.</summary>
/// <param name="School">Ordinal of the school.</param>
/// <param name="Rows">The rows; those at or below a student's high-water mark are dropped by the store.</param>
/// <param name="Students">One for each student with rows in the batch.</param>
/// <param name="Checkpoint">The school at a day's end, after these rows; or none.</param>
public sealed record ActivityBatch(
    int School, Rows Rows, ImmutableArray<Advance> Students, SchoolCheckpoint? Checkpoint);

/// <summary>Students and classrooms of a school at a day's end.</summary>
/// <param name="School">Ordinal of the school.</param>
/// <param name="Day">The last day that is complete.</param>
public sealed record SchoolCheckpoint(
    int School, int Day, ImmutableArray<StudentState> Students, ImmutableArray<ClassroomState> Classrooms);

/// <param name="Mind">Bytes of <see cref="Learning.Mind.Write"/>.</param>
/// <param name="Digest">32 bytes: the chain over the student's complete days.</param>
public sealed record StudentState(int Student, byte[] Mind, byte[] Digest);

/// <param name="Mind">Bytes of <see cref="ClassMind.Write"/>.</param>
/// <param name="Directives">What the last evening decided, as <see cref="DirectiveCodec"/> writes it.</param>
/// <param name="Digest">32 bytes: the chain over the classroom's decisions.</param>
public sealed record ClassroomState(int Classroom, byte[] Mind, byte[] Directives, byte[] Digest);

/// <summary>What a commit did.</summary>
/// <param name="Written">Rows that are now stored by it.</param>
/// <param name="Dropped">Rows that an earlier commit had stored already.</param>
public readonly record struct Committed(int Written, int Dropped);

/// <summary>Where activity goes.</summary>
public interface IActivityStore
{
    /// <summary>
    /// Stores a batch in one transaction: locks the students' high-water marks, drops rows at or below them, refuses
    /// gaps, writes the rest with the sums of every analytics table, and advances the marks. The rows are the caller's: it
    /// may use them for others once the call is over.
    /// </summary>
    /// <exception cref="LeaseLostException">Another engine holds the world; nothing was written.</exception>
    /// <exception cref="SequenceGapException">A student's activities do not follow the stored ones.</exception>
    Task<Committed> CommitAsync(WorldLease lease, ActivityBatch batch, CancellationToken cancellation);
}

/// <summary>Where an engine finds a world and tells how far it is.</summary>
public interface IWorldStore : IActivityStore
{
    /// <summary>Everything that an engine needs to go on.</summary>
    Task<StoredWorld> LoadAsync(WorldLease lease, CancellationToken cancellation);

    /// <summary>
    /// Says that the days up to this one begin now, so that a journal entry made later takes effect after it; returns
    /// the entries in force up to it.
    /// </summary>
    Task<ImmutableArray<JournalEntry>> BeginDaysAsync(WorldLease lease, int throughDay, CancellationToken cancellation);

    /// <summary>
    /// Says that the rows of many days are going to come: what only speeds reading may be put off until
    /// <see cref="EndLoadAsync"/>, or, when that never comes, until the next days begin without this.
    /// </summary>
    void BeginLoad(WorldLease lease)
    {
    }

    /// <summary>The many days are stored.</summary>
    Task EndLoadAsync(WorldLease lease, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Stores a school year's new people, classrooms and enrolments; again changes nothing.</summary>
    Task EnterYearAsync(WorldLease lease, Roster roster, CancellationToken cancellation);

    /// <summary>The release of this number, as students meet it.</summary>
    Task<Release> LoadReleaseAsync(int number, CancellationToken cancellation);
}

/// <summary>A world as it is stored.</summary>
/// <param name="Checkpoints">One for each school; empty before the first day is complete.</param>
public sealed record StoredWorld(
    string Name, WorldSpec Spec, ImmutableArray<JournalEntry> Journal, ImmutableArray<SchoolCheckpoint> Checkpoints);

/// <summary>A dated change of a running world; it takes effect at the dawn of its day.</summary>
/// <param name="Number">Order among entries, from 1.</param>
/// <param name="Day">First day on which it holds.</param>
/// <param name="Kind">What changes.</param>
/// <param name="Value">The release's number, or the student's ordinal, by kind.</param>
/// <param name="Reason">For people.</param>
public sealed record JournalEntry(int Number, int Day, JournalKind Kind, int Value, string Reason);

public enum JournalKind : byte
{
    /// <summary>The world follows this release.</summary>
    Release,

    /// <summary>The student's days are empty from now on.</summary>
    Quarantine,
}

/// <summary>Another engine holds the world.</summary>
public sealed class LeaseLostException(string message) : Exception(message);

/// <summary>A batch does not follow what is stored.</summary>
public sealed class SequenceGapException(string message) : Exception(message);
