using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Pathfinity.Curriculum;

namespace Pathfinity.Learning;

/// <summary>What others may know of a student's finished day; integers only.</summary>
public sealed record DayReport(int Student, int Day, AttendanceStatus? Attendance)
{
    private Tallies tallies;

    /// <summary>Work in one subject on that day.</summary>
    public SubjectTally this[Subject subject]
    {
        get => tallies[(int)subject];
        internal set => tallies[(int)subject] = value;
    }

    /// <summary>The report as it crosses a process: little-endian.</summary>
    public byte[] Write()
    {
        var bytes = new byte[Unsafe.SizeOf<Sent>()];
        MemoryMarshal.Write(bytes, new Sent { Student = Student, Day = Day, Attendance = (sbyte)((int?)Attendance ?? -1), Tallies = tallies });
        return bytes;
    }

    /// <exception cref="FormatException">The bytes are no report.</exception>
    public static DayReport Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Unsafe.SizeOf<Sent>())
        {
            throw new FormatException($"A report has {Unsafe.SizeOf<Sent>()} bytes; these are {bytes.Length}.");
        }
        var sent = MemoryMarshal.Read<Sent>(bytes);
        return new DayReport(sent.Student, sent.Day, sent.Attendance < 0 ? null : (AttendanceStatus)sent.Attendance)
        {
            tallies = sent.Tallies,
        };
    }

    private struct Sent
    {
        public int Student;
        public int Day;
        public sbyte Attendance;
        public Tallies Tallies;
    }

    [InlineArray(4)]
    private struct Tallies
    {
        private SubjectTally first;
    }
}

/// <param name="Skill">Ordinal of the day's skill; -1 when the subject was not worked on.</param>
/// <param name="Opportunities">Attempts at that skill so far, of all days.</param>
/// <param name="Mastery">Estimate of that skill at the day's end, in permille.</param>
/// <param name="Seconds">Time on the subject's questions.</param>
public readonly record struct SubjectTally(
    int Skill, int Attempts, int Correct, int Hints, int Seconds, int Opportunities, int Mastery)
{
    public static readonly SubjectTally None = new(-1, 0, 0, 0, 0, 0, 0);

    internal SubjectTally With(in Attempted attempted) => new(
        attempted.Skill,
        Attempts + 1,
        Correct + (attempted.Correct ? 1 : 0),
        Hints + attempted.Hints,
        Seconds + (attempted.ResponseMs / 1000),
        attempted.Opportunity,
        attempted.Mastery);
}
