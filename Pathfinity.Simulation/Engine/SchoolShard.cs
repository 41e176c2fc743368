using System.Collections.Immutable;
using Pathfinity.Learning;

namespace Pathfinity.Simulation;

/// <summary>
/// One school in memory over a stretch of days: its students' minds and chains, its classrooms, and the day protocol
/// between them. Not thread-safe, but for <see cref="SchoolStudent"/>s whose days run: each belongs to who runs it.
/// </summary>
internal sealed class SchoolShard
{
    private readonly WorldFrame frame;
    private readonly Dictionary<int, SchoolStudent> students;
    private readonly Dictionary<int, ClassroomProtocol> classrooms;
    private readonly Dictionary<int, byte[]> classroomChains;
    private readonly Effects effects = new();
    private readonly List<RunDay> beyondHorizon = [];
    private int studentsAtHorizon;
    private int classroomsAtHorizon;

    /// <param name="day">The last day that is complete.</param>
    public SchoolShard(WorldFrame frame, School school, WorldMemory memory, int day, Evening? evening)
    {
        this.frame = frame;
        School = school;
        Horizon = day;
        var own = frame.Roster.Classrooms.Where(c => c.School == school.Id).ToList();
        classrooms = own.ToDictionary(c => c.Id, c => Restored(c, memory, day, evening));
        classroomChains = own.ToDictionary(c => c.Id, c => memory.ClassroomChain(c.Id));
        students = own.SelectMany(c => c.Members).Select(member => member.Student).Distinct().Order()
            .ToDictionary(id => id, id => new SchoolStudent(frame, id, memory, day));
        StudentIds = [.. students.Keys.Order()];
        foreach (var id in StudentIds)
        {
            var carried = students[id].ClassroomIds
                .SelectMany(c => classrooms[c].Decided.Where(directive => directive.Student == id));
            students[id].Protocol.Resume(effects, [.. carried]);
        }
        Pump();
        studentsAtHorizon = students.Count;
        classroomsAtHorizon = classrooms.Count;
    }

    public School School { get; }

    /// <summary>The day up to which students may run.</summary>
    public int Horizon { get; private set; }

    /// <summary>Ordinals of the students, ascending.</summary>
    public ImmutableArray<int> StudentIds { get; }

    /// <summary>
    /// Days that may run now. Those that came last go first: a class whose evening was held goes on while its students
    /// are still at hand.
    /// </summary>
    public Stack<RunDay> Ready { get; } = [];

    /// <summary>Whether every student and every classroom has finished the horizon's day.</summary>
    public bool IsAtHorizon => studentsAtHorizon == students.Count && classroomsAtHorizon == classrooms.Count;

    public SchoolStudent Student(int id) => students[id];

    public ClassroomProtocol Classroom(int id) => classrooms[id];

    public IEnumerable<int> ClassroomIds => classrooms.Keys.Order();

    /// <summary>Lets students run up to a later day.</summary>
    public void Extend(int horizon)
    {
        if (!IsAtHorizon || horizon <= Horizon)
        {
            throw new InvalidOperationException($"The school is not at day {Horizon} yet, or {horizon} is no later day.");
        }
        Horizon = horizon;
        studentsAtHorizon = 0;
        classroomsAtHorizon = 0;
        foreach (var day in beyondHorizon)
        {
            effects.Days.Enqueue(day);
        }
        beyondHorizon.Clear();
        Pump();
    }

    /// <summary>Takes a finished day into the protocol.</summary>
    public void Finish(SchoolStudent student, DayReport report)
    {
        student.Finish(report, effects);
        if (report.Day == Horizon)
        {
            studentsAtHorizon++;
        }
        Pump();
    }

    /// <summary>The school at the horizon's end.</summary>
    public SchoolCheckpoint Checkpoint() => new(
        School.Id, Horizon,
        [.. StudentIds.Select(id => students[id].State())],
        [.. ClassroomIds.Select(id => new ClassroomState(
            id, classrooms[id].Mind.Write(), DirectiveCodec.Write(classrooms[id].Decided), [.. classroomChains[id]]))]);

    private ClassroomProtocol Restored(Classroom classroom, WorldMemory memory, int day, Evening? evening)
    {
        var protocol = new ClassroomProtocol(
            classroom.Id, frame.MembersOf(classroom), frame.Dice.Classroom(classroom.Id),
            evening ?? Teaching.EveningOf(frame, classroom), day + 1);
        if (memory.Classrooms.TryGetValue(classroom.Id, out var state))
        {
            protocol.Restore(ClassMind.Read(state.Mind), memory.Decided(state, day, frame));
        }
        return protocol;
    }

    private void Pump()
    {
        while (effects.Messages.TryDequeue(out var message))
        {
            if (message is Reported reported)
            {
                var classroom = classrooms[reported.Classroom];
                if (classroom.Hear(reported, effects))
                {
                    Seal(reported.Classroom, classroom, message.Day);
                }
            }
            else if (message is EveningHeld evening)
            {
                students[evening.Student].Protocol.Hear(evening, effects);
            }
        }
        while (effects.Days.TryDequeue(out var day))
        {
            if (day.Day > Horizon)
            {
                beyondHorizon.Add(day);
            }
            else
            {
                Ready.Push(day);
            }
        }
    }

    private void Seal(int id, ClassroomProtocol classroom, int day)
    {
        if (day == Horizon)
        {
            classroomsAtHorizon++;
        }
        DirectiveCodec.Seal(classroomChains[id], day, classroom.Decided);
    }
}
