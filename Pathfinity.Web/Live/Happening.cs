using Pathfinity.Curriculum;
using Pathfinity.Learning;
using Pathfinity.Simulation;

namespace Pathfinity.Web.Live;

public enum HappeningKind : byte
{
    Right,
    Wrong,
    Mastered,
    WorkBegan,
    WorkEnded,
    StepBegan,
    CareerChosen,
    CareerExplored,
    JourneyCompleted,
}

/// <summary>One activity as a feed tells of it.</summary>
/// <param name="Sequence">Of the student's activity.</param>
/// <param name="Number">Skill or career by its number in the catalogue, or classroom; -1 for none.</param>
/// <param name="Amount">Milliseconds of an answer, attempts of a sitting, or minutes of an exploration.</param>
/// <param name="Correct">Right ones among the attempts of a sitting.</param>
internal sealed record Happening(
    DateTimeOffset At, int Student, int Sequence, HappeningKind Kind, int Number, int Amount = 0, int Correct = 0,
    Container? Container = null)
{
    /// <summary>Null for an activity that no feed tells of.</summary>
    public static Happening? Of(LiveActivity live)
    {
        var activity = live.Activity;
        return activity.Kind switch
        {
            ActivityKind.Attempted => Attempt(live, activity.Attempt),
            ActivityKind.SessionStarted => Of(live, HappeningKind.WorkBegan, activity.SessionStart.Classroom),
            ActivityKind.SessionEnded when activity.SessionEnd.Attempts > 0 => Of(
                live, HappeningKind.WorkEnded, activity.SessionEnd.Classroom) with
            {
                Amount = activity.SessionEnd.Attempts,
                Correct = activity.SessionEnd.Correct,
            },
            ActivityKind.VisitStarted => Of(
                live, HappeningKind.StepBegan, live.Release.Skills[activity.VisitStart.Skill].Number) with
            {
                Container = activity.VisitStart.Container,
            },
            ActivityKind.JourneyStarted => Of(
                live, HappeningKind.CareerChosen, live.Release.Careers[activity.JourneyStart.Career].Number),
            ActivityKind.CareerExplored => Of(
                live, HappeningKind.CareerExplored, live.Release.Careers[activity.Exploration.Career].Number) with
            {
                Amount = activity.Exploration.Minutes,
            },
            ActivityKind.JourneyEnded when activity.JourneyEnd.Completed => Of(live, HappeningKind.JourneyCompleted, -1),
            _ => null,
        };
    }

    private static Happening Attempt(LiveActivity live, in Attempted attempt) => Of(
        live, KindOf(attempt.Flags), live.Release.Skills[attempt.Skill].Number) with { Amount = attempt.ResponseMs };

    public static HappeningKind KindOf(AttemptFlags flags) =>
        (flags & AttemptFlags.Mastered) != 0 ? HappeningKind.Mastered
        : (flags & AttemptFlags.Correct) != 0 ? HappeningKind.Right
        : HappeningKind.Wrong;

    private static Happening Of(LiveActivity live, HappeningKind kind, int number) =>
        new(live.At.ToDateTimeOffset(), live.Student, live.Activity.Sequence, kind, number);
}
