using Pathfinity.Determinism;

namespace Pathfinity.Learning;

/// <summary>The day's journey: its career, and how the work in it went.</summary>
/// <param name="id">Sequence number of the activity that begins it.</param>
/// <param name="startedAt">Milliseconds from dawn.</param>
internal sealed class Journey(Traits traits, Mind mind, DayBrief brief, Dice dice, int id, int startedAt)
{
    private readonly CareerChoice choice = CareerChoice.Make(traits, mind, brief, dice);
    private int workMs;
    private int workAttempts;
    private int workCorrect;
    private short scenario = -1;

    public int Id => id;

    public short Career => choice.Career;

    /// <summary>How well the career fits the student's interests, 0 to 1.</summary>
    public double Fit => choice.FitOf(traits, mind, brief.Syllabus);

    /// <summary>Whether there was any work in Experience or Discover.</summary>
    public bool HasWork => workAttempts > 0;

    public Activity Started() =>
        new(startedAt, id, new JourneyStarted(choice.Career, choice.ListPosition, choice.Companion));

    /// <summary>Remembers by which scenario the work was told last; below 0 for none.</summary>
    public void TellBy(int told) => scenario = told < 0 ? scenario : (short)told;

    public void Count(in Attempted work)
    {
        workAttempts++;
        workCorrect += work.Correct ? 1 : 0;
        workMs += work.ResponseMs;
    }

    /// <summary>What came of the work for the student's interest in the career.</summary>
    /// <param name="material">Ordinal of the last content item of Discover; -1 for none.</param>
    public Activity Explored(int at, int sequence, int material)
    {
        var (before, after) = choice.Experience(traits, mind, brief, workCorrect, workAttempts);
        return new Activity(at, sequence, new CareerExplored(
            id, material, choice.Career, scenario, (short)Math.Min(workMs / 60_000 + 1, short.MaxValue), before, after));
    }

    public Activity Ended(int at, int sequence, bool completed) => new(at, sequence, new JourneyEnded(
        id, startedAt, choice.Career, choice.ListPosition, choice.Companion, completed));
}
