using System.Collections.Immutable;
using Pathfinity.Learning;

namespace Pathfinity.Simulation;

/// <summary>What travels between students and classrooms. Any message may be lost, doubled, late or out of order.</summary>
public abstract record DayMessage(int Day);

/// <summary>A student to a classroom: my day is done.</summary>
public sealed record Reported(int Student, int Classroom, DayReport Report) : DayMessage(Report.Day);

/// <summary>A classroom to a student: our evening of that day is held; this is what we ask of you.</summary>
public sealed record EveningHeld(
    int Classroom, int Student, int Day, ImmutableArray<Directive> Directives) : DayMessage(Day);

/// <summary>What a student is to do next, as an effect of the protocol.</summary>
/// <param name="Directives">For that day, sorted by (classroom, number).</param>
public sealed record RunDay(int Student, int Day, ImmutableArray<Directive> Directives);

/// <summary>Effects of a protocol step: messages to send and days to run.</summary>
public sealed class Effects
{
    public Queue<DayMessage> Messages { get; } = [];
    public Queue<RunDay> Days { get; } = [];
}
