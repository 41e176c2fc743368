using System.Globalization;
using System.Runtime.InteropServices;
using Npgsql;
using Pathfinity.Simulation;

namespace Pathfinity.Storage;

/// <summary>The high-water marks of a batch's students, locked: what is stored of each, and what the batch adds.</summary>
internal sealed class Marks
{
    private readonly Dictionary<int, Mark> byStudent;
    private readonly List<SchoolYear> years;
    private Mark? last;

    private Marks(Dictionary<int, Mark> byStudent, List<SchoolYear> years, bool isFirst)
    {
        (this.byStudent, this.years) = (byStudent, years);
        IsSchoolsFirst = isFirst;
    }

    /// <summary>Whether nothing of the school is stored yet.</summary>
    public bool IsSchoolsFirst { get; }

    /// <summary>Whether nothing of a student is stored yet.</summary>
    public bool IsFirst(int student) => Of(student).Sequence == 0;

    /// <summary>
    /// Locks the marks until the transaction's end, and the school: whatever is found not to be there of its sums, nobody
    /// else adds meanwhile.
    /// </summary>
    /// <exception cref="SequenceGapException">The batch leaves out what comes next of a student.</exception>
    public static async Task<Marks> LockAsync(
        NpgsqlConnection connection, string schema, ActivityBatch batch, CancellationToken cancellation)
    {
        await using var commands = new NpgsqlBatch(connection);
        commands.BatchCommands.Add(new($"SELECT year, first_day, last_day FROM {schema}.school_years"));
        commands.BatchCommands.Add(new($"SELECT FROM {schema}.schools WHERE id = $1 FOR NO KEY UPDATE"));
        commands.BatchCommands[1].Parameters.Add(new NpgsqlParameter<int> { TypedValue = batch.School });
        commands.BatchCommands.Add(new($"SELECT FROM {schema}.school_day WHERE school_id = $1 LIMIT 1"));
        commands.BatchCommands[2].Parameters.Add(new NpgsqlParameter<int> { TypedValue = batch.School });
        commands.BatchCommands.Add(new(
            $"SELECT student_id, sequence, day, classrooms, attempts, correct, looks FROM {schema}.marks WHERE student_id = ANY($1) "
            + "ORDER BY student_id FOR UPDATE"));
        commands.BatchCommands[3].Parameters.Add(
            new NpgsqlParameter<int[]> { TypedValue = [.. batch.Students.Select(s => s.Student)] });
        var (stored, years, isFirst) = (new Dictionary<int, Mark>(batch.Students.Length), new List<SchoolYear>(), true);
        await using (var reader = await commands.ExecuteReaderAsync(cancellation))
        {
            while (await reader.ReadAsync(cancellation))
            {
                years.Add(new SchoolYear(reader.GetInt16(0), reader.Day(1), reader.Day(2)));
            }
            await reader.NextResultAsync(cancellation);
            await reader.NextResultAsync(cancellation);
            isFirst = !await reader.ReadAsync(cancellation);
            await reader.NextResultAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                var day = reader.IsDBNull(2) ? int.MinValue : reader.Day(2);
                stored.Add(reader.GetInt32(0), new Mark(reader.GetInt32(0), reader.GetInt32(1), day, reader.GetFieldValue<int[]>(3))
                {
                    Attempts = reader.GetInt32(4),
                    Correct = reader.GetInt32(5),
                    Looks = reader.GetFieldValue<int[]>(6),
                });
            }
        }
        foreach (var advance in batch.Students)
        {
            Take(stored, advance);
        }
        return new Marks(stored, years, isFirst);
    }

    /// <summary>The batch's rows that are not stored yet, and how many others there were.</summary>
    public (Rows Rows, int Dropped) Surviving(Rows rows)
    {
        var dropped = Stored<AttendanceTable, AttendanceRow>(rows.Attendance)
            + Stored<JourneyTable, JourneyRow>(rows.Journeys) + Stored<SessionTable, SessionRow>(rows.Sessions)
            + Stored<VisitTable, VisitRow>(rows.Visits) + Stored<AttemptTable, AttemptRow>(rows.Attempts)
            + Stored<ExplorationTable, ExplorationRow>(rows.Explorations)
            + Stored<AssessmentTable, AssessmentRow>(rows.Assessments)
            + Stored<InterventionTable, InterventionRow>(rows.Interventions)
            + Stored<InterventionOutcomeTable, InterventionOutcomeRow>(rows.InterventionOutcomes)
            + Stored<GuardianVisitTable, GuardianVisitRow>(rows.GuardianVisits)
            + Stored<MessageTable, MessageRow>(rows.Messages)
            + Stored<ReceiptTable, ReceiptRow>(rows.Receipts)
            + Stored<ConferenceTable, ConferenceRow>(rows.Conferences)
            + Stored<ReportCardTable, ReportCardRow>(rows.ReportCards)
            + Stored<ReferralTable, ReferralRow>(rows.Referrals)
            + Stored<AwardTable, AwardRow>(rows.Awards);
        if (dropped == 0)
        {
            return (rows, 0);
        }
        var left = new Rows();
        left.Attendance.AddRange(rows.Attendance.Where(row => !IsStored(row.Id, AttendanceTable.Sequence(row))));
        left.Journeys.AddRange(rows.Journeys.Where(row => !IsStored(row.Id, JourneyTable.Sequence(row))));
        left.Sessions.AddRange(rows.Sessions.Where(row => !IsStored(row.Id, SessionTable.Sequence(row))));
        left.Visits.AddRange(rows.Visits.Where(row => !IsStored(row.Id, VisitTable.Sequence(row))));
        left.Attempts.AddRange(rows.Attempts.Where(row => !IsStored(row.Id, AttemptTable.Sequence(row))));
        left.Explorations.AddRange(rows.Explorations.Where(row => !IsStored(row.Id, ExplorationTable.Sequence(row))));
        left.Assessments.AddRange(rows.Assessments.Where(row => !IsStored(row.Id, AssessmentTable.Sequence(row))));
        left.Interventions.AddRange(rows.Interventions.Where(row => !IsStored(row.Id, InterventionTable.Sequence(row))));
        left.InterventionOutcomes.AddRange(
            rows.InterventionOutcomes.Where(row => !IsStored(row.Id, InterventionOutcomeTable.Sequence(row))));
        left.GuardianVisits.AddRange(rows.GuardianVisits.Where(row => !IsStored(row.Id, GuardianVisitTable.Sequence(row))));
        left.Messages.AddRange(rows.Messages.Where(row => !IsStored(row.Id, MessageTable.Sequence(row))));
        left.Receipts.AddRange(rows.Receipts.Where(row => !IsStored(row.Id, ReceiptTable.Sequence(row))));
        left.Conferences.AddRange(rows.Conferences.Where(row => !IsStored(row.Id, ConferenceTable.Sequence(row))));
        left.ReportCards.AddRange(rows.ReportCards.Where(row => !IsStored(row.Id, ReportCardTable.Sequence(row))));
        left.Referrals.AddRange(rows.Referrals.Where(row => !IsStored(row.Id, ReferralTable.Sequence(row))));
        left.Awards.AddRange(rows.Awards.Where(row => !IsStored(row.Id, AwardTable.Sequence(row))));
        return (left, dropped);
    }

    /// <summary>Notes an attempt; says what it is among those of its student.</summary>
    public Meeting Meet(int student, in AttemptRow row)
    {
        var mark = Of(student);
        var met = new Meeting(mark.Day < row.Day, true, mark.Day, mark.Attempts, mark.Correct);
        if (mark.Day > row.Day)
        {
            throw new ArgumentException($"The attempts of student {student} are not in order.");
        }
        mark.Attempts++;
        mark.Correct += row.Correct ? 1 : 0;
        if (met.Anywhere)
        {
            mark.Day = row.Day;
            mark.Classrooms = [row.Classroom];
            return met;
        }
        if (Array.IndexOf(mark.Classrooms, row.Classroom) >= 0)
        {
            return met with { There = false };
        }
        mark.Classrooms = [.. mark.Classrooms.Append(row.Classroom).Order()];
        return met;
    }

    /// <summary>Notes that a guardian looked; says when the guardian and the family did so last, 0 for never.</summary>
    public (int Guardian, int Family) Look(in GuardianVisitRow row)
    {
        var mark = Of(ActivityId.Student(row.Id));
        var place = row.Guardian - Guardian.IdOf(mark.Student, 0);
        var before = (mark.Looks[place], mark.Looks.Max());
        mark.Looks[place] = row.Day;
        return before;
    }

    /// <summary>Moves the marks to the batch's end.</summary>
    public void Advance(NpgsqlBatch commands, string schema)
    {
        var moved = byStudent.Where(pair => pair.Value.To > pair.Value.Sequence).OrderBy(pair => pair.Key).ToArray();
        new BulkRows(moved.Length)
            .Add("student_id", "int", Array.ConvertAll(moved, pair => pair.Key))
            .Add("sequence", "int", Array.ConvertAll(moved, pair => pair.Value.To))
            .Add("day", "date", Array.ConvertAll(moved, pair => pair.Value.Date))
            .Add("classrooms", "int[]", Array.ConvertAll(moved, pair => SqlArray.Of(pair.Value.Classrooms)), "text")
            .Add("attempts", "int", Array.ConvertAll(moved, pair => pair.Value.Attempts))
            .Add("correct", "int", Array.ConvertAll(moved, pair => pair.Value.Correct))
            .Add("looks", "int[]", Array.ConvertAll(moved, pair => SqlArray.Of(pair.Value.Looks)), "text")
            .InsertInto(commands, $"{schema}.marks", "(student_id) DO UPDATE SET sequence = excluded.sequence, day = excluded.day, "
                + "classrooms = excluded.classrooms, attempts = excluded.attempts, correct = excluded.correct, looks = excluded.looks");
    }

    /// <summary>The school year of a day; none for a day of no year that the world has entered.</summary>
    public int? YearOf(int day) => SchoolYearOf(day)?.Number;

    /// <summary>The school year of a day, as <see cref="YearOf"/>, with its first day.</summary>
    public SchoolYear? SchoolYearOf(int day)
    {
        foreach (var year in years)
        {
            if (year.FirstDay <= day && day <= year.LastDay)
            {
                return year;
            }
        }
        return null;
    }

    private static void Take(Dictionary<int, Mark> stored, Advance advance)
    {
        if (!stored.TryGetValue(advance.Student, out var mark))
        {
            throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture, $"Student {advance.Student} has not entered the world."));
        }
        if (advance.FromSequence > mark.Sequence + 1)
        {
            throw new SequenceGapException(string.Create(CultureInfo.InvariantCulture,
                $"student {advance.Student} has activities up to {mark.Sequence} stored; those from {advance.FromSequence} on do not follow them"));
        }
        mark.To = Math.Max(mark.To, advance.ToSequence);
    }

    private int Stored<TTable, TRow>(List<TRow> rows)
        where TTable : struct, IActivityTable<TRow>
        where TRow : struct
    {
        var stored = 0;
        foreach (ref readonly var row in CollectionsMarshal.AsSpan(rows))
        {
            stored += IsStored(TTable.Id(row), TTable.Sequence(row)) ? 1 : 0;
        }
        return stored;
    }

    private bool IsStored(long id, int sequence)
    {
        var mark = Of(ActivityId.Student(id));
        return sequence <= mark.To
            ? sequence <= mark.Sequence
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"Activity {sequence} of student {ActivityId.Student(id)} is beyond the batch's end, {mark.To}."));
    }

    private Mark Of(int student)
    {
        if (last is null || last.Student != student)
        {
            last = byStudent.GetValueOrDefault(student) ?? throw new ArgumentException(string.Create(
                CultureInfo.InvariantCulture, $"The batch has rows of student {student}, whom it does not name."));
        }
        return last;
    }

    internal readonly record struct SchoolYear(int Number, int FirstDay, int LastDay);

    private sealed class Mark(int student, int sequence, int day, int[] classrooms)
    {
        public int Student => student;

        /// <summary>The last activity that is stored.</summary>
        public int Sequence { get; } = sequence;

        /// <summary>The last activity of the batch, when it goes further.</summary>
        public int To { get; set; } = sequence;

        /// <summary>The last day with an attempt; the smallest number before the first.</summary>
        public int Day { get; set; } = day;

        /// <summary>Classrooms with an attempt on that day, ascending.</summary>
        public int[] Classrooms { get; set; } = classrooms;

        public int Attempts { get; set; }

        public int Correct { get; set; }

        /// <summary>The day on which each guardian looked last, by place; 0 for never.</summary>
        public int[] Looks { get; init; } = new int[Guardian.Most];

        public DateOnly? Date => Day == int.MinValue ? null : PgTime.Date(Day);
    }
}

/// <summary>What an attempt is among those of its student.</summary>
/// <param name="Anywhere">Whether it is the first of the day.</param>
/// <param name="There">Whether it is the first of the day in its classroom.</param>
/// <param name="LastDay">The day of the attempt before it; the smallest number before the first.</param>
/// <param name="Earlier">Attempts before it.</param>
/// <param name="EarlierCorrect">Right ones among them.</param>
internal readonly record struct Meeting(bool Anywhere, bool There, int LastDay, int Earlier, int EarlierCorrect);
