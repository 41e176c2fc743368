using Pathfinity.Learning;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

/// <summary>Sums over the activity of somebody or some place on one day.</summary>
internal struct Tally
{
    public int Students;
    public int Attempts;
    public int Correct;
    public int Hints;
    public long ResponseMs;
    public int Assessments;
    public int AssessmentsCorrect;
    public int Mastered;
    public int Visits;
    public int VisitsCompleted;
    public int Sessions;
    public long SessionMs;
    public int Journeys;
    public int JourneysCompleted;
    public int Explorations;
    public int Present;
    public int Absent;
    public int Tardy;

    public void Add(in AttemptRow row)
    {
        var correct = row.Correct ? 1 : 0;
        var assessment = (row.Flags & AttemptFlags.Assessment) != 0;
        Attempts++;
        Correct += correct;
        Hints += row.Hints;
        ResponseMs += row.ResponseMs;
        Assessments += assessment ? 1 : 0;
        AssessmentsCorrect += assessment ? correct : 0;
        Mastered += (row.Flags & AttemptFlags.Mastered) != 0 ? 1 : 0;
    }

    public void Add(in VisitRow row)
    {
        Visits++;
        VisitsCompleted += row.Completed ? 1 : 0;
    }

    public void Add(in SessionRow row)
    {
        Sessions++;
        SessionMs += row.EndedAt - row.StartedAt;
    }

    public void Add(in JourneyRow row)
    {
        Journeys++;
        JourneysCompleted += row.Completed ? 1 : 0;
    }

    public void Add(in AttendanceRow row)
    {
        Present += row.Status == AttendanceStatus.Present ? 1 : 0;
        Absent += row.Status == AttendanceStatus.Absent ? 1 : 0;
        Tardy += row.Status == AttendanceStatus.Tardy ? 1 : 0;
    }

    public void Add(in Tally other)
    {
        Students += other.Students;
        Attempts += other.Attempts;
        Correct += other.Correct;
        Hints += other.Hints;
        ResponseMs += other.ResponseMs;
        Assessments += other.Assessments;
        AssessmentsCorrect += other.AssessmentsCorrect;
        Mastered += other.Mastered;
        Visits += other.Visits;
        VisitsCompleted += other.VisitsCompleted;
        Sessions += other.Sessions;
        SessionMs += other.SessionMs;
        Journeys += other.Journeys;
        JourneysCompleted += other.JourneysCompleted;
        Explorations += other.Explorations;
        Present += other.Present;
        Absent += other.Absent;
        Tardy += other.Tardy;
    }
}
