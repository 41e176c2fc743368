using Pathfinity.Contracts;
using Pathfinity.Determinism;
using Pathfinity.Learning;
using Pathfinity.Simulation;

namespace Pathfinity.Silo.Grains;

/// <summary>A student as the school's book has it: dawn, and how the day goes.</summary>
internal sealed class SchoolSeat(int id, StudentProtocol protocol, int quarantinedFrom, int storedThrough)
{
    public int Id => id;

    public StudentProtocol Protocol => protocol;

    /// <summary>The first day that is empty.</summary>
    public int QuarantinedFrom { get; set; } = quarantinedFrom;

    /// <summary>Sequence number of the last activity that is known to be stored.</summary>
    public int StoredThrough { get; private set; } = storedThrough;

    /// <summary>The mind in its checkpoint form; null for a new student.</summary>
    public byte[]? Mind { get; private set; }

    /// <summary>The day at whose end the mind was kept.</summary>
    public int MindDay { get; private set; }

    public byte[] Chain { get; private set; } = new byte[DigestChain.Length];

    /// <summary>The day that is lived, or to be lived; null between two days.</summary>
    public RunDay? Run { get; set; }

    /// <summary>That day, or the last one.</summary>
    public RunDay? Today { get; private set; }

    /// <summary>The mind at its dawn; null for a new student.</summary>
    public byte[]? DawnMind { get; private set; }

    public int DawnMindDay { get; private set; }

    /// <summary>The last day that is over.</summary>
    public int DoneThrough { get; set; }

    /// <summary>Whether the student was woken and has not been heard of since.</summary>
    public bool IsWaking { get; set; }

    /// <summary>What was last heard.</summary>
    public Turn? Turn { get; private set; }

    /// <summary>When the school last woke the student or heard of it, as a timestamp.</summary>
    public long HeardAt { get; set; }

    public void Begin(RunDay run)
    {
        Run = Today = run;
        (DawnMind, DawnMindDay) = (Mind, MindDay);
    }

    public void Keep(byte[] mind, byte[] chain, int day) => (Mind, Chain, MindDay) = (mind, chain, day);

    public void Note(Turn turn)
    {
        StoredThrough = Math.Max(StoredThrough, turn.StoredThrough);
        Turn = turn with { Mind = null, Chain = null, Report = null };
    }

    /// <summary>The mind as a checkpoint has it.</summary>
    public byte[] KeptMind()
    {
        if (Mind is not null)
        {
            return Mind;
        }
        var fresh = new Mind();
        var bytes = new byte[fresh.Size];
        fresh.Write(bytes);
        return bytes;
    }
}

/// <summary>A classroom as the school's book has it: after its last evening.</summary>
internal sealed class ClassroomSeat(Classroom classroom, int day, byte[]? mind, byte[] directives, byte[] chain)
{
    public Classroom Classroom => classroom;

    /// <summary>The last day whose evening is held.</summary>
    public int Day { get; private set; } = day;

    /// <summary>Null before the first evening.</summary>
    public byte[]? Mind { get; private set; } = mind;

    public byte[] Directives { get; private set; } = directives;

    public byte[] Chain { get; private set; } = chain;

    public void Keep(EveningDone evening) =>
        (Day, Mind, Directives, Chain) = (evening.Day, evening.Mind, evening.Directives, evening.Chain);
}
