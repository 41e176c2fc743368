using System.Collections.Immutable;
using Pathfinity.Determinism;
using Pathfinity.Learning;

namespace Pathfinity.Simulation;

/// <summary>What a world's people carry from one stretch of days into the next: the last checkpoints.</summary>
internal sealed class WorldMemory
{
    private readonly Dictionary<int, (StudentState State, int Day)> students = [];
    private readonly HashSet<int> lent = [];
    private readonly Dictionary<int, int> quarantined = [];
    private Func<int, (int Year, Release Release)>? frameOf;

    public WorldMemory(StoredWorld stored)
    {
        foreach (var checkpoint in stored.Checkpoints)
        {
            Keep(checkpoint);
        }
        Learn(stored.Journal);
    }

    /// <summary>For each school, the last day that is complete.</summary>
    public Dictionary<int, int> Days { get; } = [];

    public Dictionary<int, ClassroomState> Classrooms { get; } = [];

    public void Keep(SchoolCheckpoint checkpoint)
    {
        foreach (var student in checkpoint.Students)
        {
            students[student.Student] = (student, checkpoint.Day);
            lent.Remove(student.Student);
        }
        KeepPlace(checkpoint);
    }

    /// <summary>Keeps of a checkpoint how far the school is, and its classrooms, but not its students.</summary>
    public void KeepPlace(SchoolCheckpoint checkpoint)
    {
        Days[checkpoint.School] = checkpoint.Day;
        foreach (var classroom in checkpoint.Classrooms)
        {
            Classrooms[classroom.Classroom] = classroom;
        }
    }

    /// <summary>Lets go of students who are in memory elsewhere, until a checkpoint brings them back.</summary>
    public void Lend(IEnumerable<int> away)
    {
        foreach (var student in away)
        {
            students.Remove(student);
            lent.Add(student);
        }
    }

    public void Learn(IEnumerable<JournalEntry> journal)
    {
        foreach (var entry in journal.Where(entry => entry.Kind == JournalKind.Quarantine))
        {
            quarantined.TryAdd(entry.Value, entry.Day);
        }
    }

    /// <summary>Says under which year and release a day's minds are kept.</summary>
    public void KeptUnder(Func<int, (int Year, Release Release)> frameOfDay) => frameOf = frameOfDay;

    public int QuarantinedFrom(int student) => quarantined.GetValueOrDefault(student, int.MaxValue);

    /// <summary>A student's mind, moved to the frame's year and release; a new one for who has none.</summary>
    public Mind Mind(int student, WorldFrame frame)
    {
        if (!students.TryGetValue(student, out var kept) || frameOf is null)
        {
            return new Mind();
        }
        return Moved(kept.State.Mind, frameOf(kept.Day), frame);
    }

    /// <summary>A mind from its checkpoint, moved from the year and release under which it was kept to a frame's.</summary>
    /// <exception cref="FormatException">The bytes are not a mind of this version.</exception>
    public static Mind Moved(byte[] kept, (int Year, Release Release) under, WorldFrame frame)
    {
        var (year, release) = under;
        var mind = Learning.Mind.Read(kept);
        if (release.Number != frame.Release.Number)
        {
            mind = mind.Renumbered(
                Map(release.Skills, frame.Release.Skills), Map(release.Careers, frame.Release.Careers));
        }
        return year < frame.Roster.Year ? mind.Promoted() : mind;
    }

    /// <summary>What a classroom's last evening decided, in the skills of the frame's release; what it lacks is dropped.</summary>
    public ImmutableArray<Directive> Decided(ClassroomState classroom, int day, WorldFrame frame) => frameOf is null
        ? DirectiveCodec.Read(classroom.Directives)
        : Decided(classroom.Directives, frameOf(day).Release, frame);

    /// <summary>Directives from a checkpoint, moved from the release under which they were kept to a frame's.</summary>
    public static ImmutableArray<Directive> Decided(byte[] kept, Release under, WorldFrame frame)
    {
        var decided = DirectiveCodec.Read(kept);
        if (decided.IsEmpty || under.Number == frame.Release.Number)
        {
            return decided;
        }
        var map = Map(under.Skills, frame.Release.Skills);
        return [.. decided.Select(d => d.Skill < 0 ? d : d with { Skill = map[d.Skill] })
            .Where((d, i) => decided[i].Skill < 0 || d.Skill >= 0)];
    }

    /// <summary>A student's mind as it is kept; null for who has none.</summary>
    public byte[]? KeptMind(int student) => students.TryGetValue(student, out var kept) ? kept.State.Mind : null;

    public byte[] StudentChain(int student) =>
        students.TryGetValue(student, out var kept) ? [.. kept.State.Digest] : new byte[DigestChain.Length];

    public byte[] ClassroomChain(int classroom) =>
        Classrooms.TryGetValue(classroom, out var state) ? [.. state.Digest] : new byte[DigestChain.Length];

    /// <summary>The digest of the world up to the checkpoints' day.</summary>
    /// <exception cref="InvalidOperationException">Students are lent.</exception>
    public string Digest() => lent.Count > 0 ? throw new InvalidOperationException("Students are lent.") : WorldDigest.Of(
        students.OrderBy(student => student.Key).Select(student => student.Value.State.Digest),
        Classrooms.OrderBy(classroom => classroom.Key).Select(classroom => classroom.Value.Digest));

    private static int[] Map(IReadOnlyList<CatalogueKey> old, IReadOnlyList<CatalogueKey> renewed)
    {
        var places = renewed.Select((key, place) => (key.Number, place)).ToDictionary(pair => pair.Number, pair => pair.place);
        return [.. old.Select(key => places.GetValueOrDefault(key.Number, -1))];
    }
}
