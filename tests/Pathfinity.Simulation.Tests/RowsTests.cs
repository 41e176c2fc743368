namespace Pathfinity.Simulation.Tests;

public sealed class RowsTests
{
    [Fact]
    public void Parts_come_together_by_student_and_day_whoever_lived_which_day()
    {
        var (one, other) = (new Rows(), new Rows());
        Lived(one, student: 7, day: 1);
        Lived(one, student: 7, day: 3);
        Lived(one, student: 4, day: 2);
        Lived(other, student: 7, day: 2);
        Lived(other, student: 4, day: 1);
        Lived(other, student: 4, day: 3);

        var all = new Rows();
        all.Gather([one, other]);

        Assert.Equal(all.Attempts.Select(row => row.Id).Order(), all.Attempts.Select(row => row.Id));
        Assert.Equal(12, all.Attempts.Count);
        Assert.Equal([1, 2, 3, 1, 2, 3], all.Attendance.Select(row => row.Day));
    }

    /// <summary>An arrival and two attempts.</summary>
    private static void Lived(Rows rows, int student, int day)
    {
        rows.Attendance.Add(new AttendanceRow(ActivityId.Of(student, day * 10), day, default, default, 0));
        foreach (var turn in (int[])[1, 2])
        {
            rows.Attempts.Add(new AttemptRow(ActivityId.Of(student, (day * 10) + turn), day, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        }
    }
}
