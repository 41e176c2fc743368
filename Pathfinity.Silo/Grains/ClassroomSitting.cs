using Pathfinity.Contracts;
using Pathfinity.Learning;
using Pathfinity.Simulation;

namespace Pathfinity.Silo.Grains;

/// <summary>One classroom in one life of its school, without Orleans.</summary>
internal sealed class ClassroomSitting
{
    private readonly FrameSpan span;
    private readonly int classroom;
    private readonly ClassroomProtocol protocol;
    private readonly Effects effects = new();
    private readonly byte[] chain;

    public ClassroomSitting(FrameSpan span, int school, Classroom classroom, ClassroomStart start)
    {
        this.span = span;
        this.classroom = classroom.Id;
        Life = start.Life;
        chain = [.. start.Chain];
        protocol = new ClassroomProtocol(
            classroom.Id, span.Frame.MembersOf(classroom), span.Frame.Dice.Classroom(classroom.Id), Teaching.EveningOf(span.Frame, classroom), start.Day + 1);
        if (start.Mind is not null)
        {
            protocol.Restore(ClassMind.Read(start.Mind), DirectiveCodec.Read(start.Directives));
        }
        Board = new ClassroomBoard(classroom, span);
        Board.Rebuild(school, start.Members);
    }

    public string Life { get; }

    public ClassroomBoard Board { get; }

    public bool Holds(int day) => day >= span.FirstDay && day <= span.LastDay;

    /// <summary>Takes a report; the evening that it completes, or the last one again for who did not hear of it.</summary>
    public EveningDone? Hear(DayReport report)
    {
        var held = protocol.Hear(new Reported(report.Student, classroom, report), effects);
        var day = effects.Messages.Count > 0 ? effects.Messages.Peek().Day : (int?)null;
        effects.Messages.Clear();
        if (held)
        {
            DirectiveCodec.Seal(chain, day!.Value, protocol.Decided);
        }
        return day is { } of ? new EveningDone
        {
            Life = Life,
            Classroom = classroom,
            Day = of,
            Mind = protocol.Mind.Write(),
            Directives = DirectiveCodec.Write(protocol.Decided),
            Chain = [.. chain],
        } : null;
    }
}
