using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Learning;

/// <summary>A test that is due on a day.</summary>
internal readonly record struct DueTest(AssessmentKind Kind, Subject Subject, int Window);

/// <summary>Which tests a student takes, and what comes out.</summary>
internal static class Assessing
{
    public const int UnitSkills = 4;

    private const int DiagnosticItems = 20;
    private const int CheckItems = 10;
    private const int BenchmarkItems = 43;
    private const int DiagnosticMinutes = 22;
    private const int BenchmarkMinutes = 38;
    private const int MinuteMs = 60_000;
    private const int TestsADay = 2;
    private const int WindowWeeks = 3;
    private const int PassPercent = 60;
    private const int RetakeAfterDays = 5;
    private const double HurryShare = 0.03;
    private const double HurryCost = 0.45;
    private const double ExamGuess = 0.22;

    // How far a day makes a long test come out otherwise, against a sitting.
    private const double FormOfMood = 0.50;

    private static ReadOnlySpan<byte> WindowStarts => [0, 4, 20, 32];

    /// <summary>Tests apart from any sitting that are due, most urgent first.</summary>
    public static void Due(Mind mind, DayBrief brief, List<DueTest> tests)
    {
        if (brief.Parameters.Assessments == 0)
        {
            return;
        }
        foreach (var subject in Subjects.All)
        {
            if (brief.Syllabus.Cell(subject, brief.Grade).Count > 0 && !mind.Checks.IsTaken(subject, 0))
            {
                tests.Add(new DueTest(AssessmentKind.Diagnostic, subject, 0));
            }
            for (var window = 1; window < WindowStarts.Length && Norms.Has(subject, brief.Grade); window++)
            {
                if (IsOpen(brief, subject, window)
                    && (!mind.Checks.IsTaken(subject, window) || mind.Checks.HurriedBenchmark(subject) != 0))
                {
                    tests.Add(new DueTest(AssessmentKind.Benchmark, subject, window));
                }
            }
        }
        if (tests.Count > TestsADay)
        {
            tests.RemoveRange(TestsADay, tests.Count - TestsADay);
        }
    }

    /// <summary>Whether a unit check of the subject is due, for the first time or again.</summary>
    public static bool IsCheckDue(Mind mind, DayBrief brief, Subject subject) => brief.Parameters.Assessments > 0
        && (mind.Checks.MayRetake(subject, brief.Day.Number)
            || (mind.Checks.FailedCheck(subject) == 0
                && mind.Position(subject) / UnitSkills > mind.Checks.CheckedUnits(subject)));

    /// <summary>Milliseconds that a test takes.</summary>
    public static int LengthMs(in DueTest test, Grade grade, Dice dice)
    {
        var minutes = test.Kind == AssessmentKind.Benchmark ? BenchmarkMinutes : DiagnosticMinutes;
        var young = grade.Band == GradeBand.PreKTo2 ? 0.6 : 1;
        return (int)(minutes * young * MinuteMs * (0.75 + (0.25 * dice.Fork(Purpose.Assessment).Fork(1).Unit)));
    }

    public static AssessmentTaken Take(
        in DueTest test, Traits traits, Mind mind, DayBrief brief, Dice dice, int sequence, int startedAt) =>
        test.Kind == AssessmentKind.Diagnostic
            ? Diagnostic(test.Subject, traits, mind, brief, dice, startedAt)
            : Benchmark(test, traits, mind, brief, dice, sequence, startedAt);

    /// <summary>A check of the pathway's last finished unit; a failed one is repeated once, some days later.</summary>
    public static AssessmentTaken Check(
        Subject subject, Traits traits, Mind mind, DayBrief brief, Dice dice, int sequence, int startedAt)
    {
        ref var checks = ref mind.Checks;
        var again = checks.FailedCheck(subject);
        var units = again != 0 ? checks.CheckedUnits(subject) : mind.Position(subject) / UnitSkills;
        var first = brief.Syllabus.Cell(subject, brief.Grade).First + ((units - 1) * UnitSkills);
        var correct = Right(subject, traits, mind, brief, dice, first, UnitSkills, CheckItems);
        var percent = 100 * correct / CheckItems;
        var failed = again == 0 && percent < PassPercent ? sequence : 0;
        checks.Check(subject, units, failed, brief.Day.Number + RetakeAfterDays);
        return Percent(AssessmentKind.UnitCheck, subject, startedAt, first, again, units, CheckItems, correct);
    }

    private static AssessmentTaken Diagnostic(
        Subject subject, Traits traits, Mind mind, DayBrief brief, Dice dice, int startedAt)
    {
        var (first, count) = brief.Syllabus.Cell(subject, brief.Grade);
        mind.Checks.Take(subject, 0);
        var correct = Right(subject, traits, mind, brief, dice, first, count, DiagnosticItems);
        return Percent(AssessmentKind.Diagnostic, subject, startedAt, -1, 0, 0, DiagnosticItems, correct);
    }

    private static AssessmentTaken Benchmark(
        in DueTest test, Traits traits, Mind mind, DayBrief brief, Dice dice, int sequence, int startedAt)
    {
        var p = brief.Parameters;
        var subject = test.Subject;
        var die = dice.Fork(Purpose.Assessment).Fork((int)subject);
        // What was hurried in an earlier season is not made good in this one.
        var again = mind.Checks.IsTaken(subject, test.Window) ? mind.Checks.HurriedBenchmark(subject) : 0;
        var (mean, deviation) = Norms.At(subject, brief.Grade, brief.Place.Week);
        var form = FormOfMood * p.MoodDeviation;
        var spread = Math.Sqrt((p.AbilityDeviationOfSchool * p.AbilityDeviationOfSchool)
            + (p.AbilityDeviationOfStudent * p.AbilityDeviationOfStudent) + (p.GrowthDeviation * p.GrowthDeviation) + (form * form));
        var standing = spread == 0 ? 0 : (Growth.Standing(traits, mind, subject) + (form * die.Fork(3).Normal())) / spread;
        var hurried = again == 0
            && die.Fork(1).Chance(HurryShare * PortableMath.Exp(-0.8 * Engagement.Effort(traits, mind, brief)));
        // Items far from the level of the grade tell less.
        var error = p.BenchmarkError * (1 + (0.03 * standing * standing));
        var score = mean + (deviation * (standing - (hurried ? HurryCost : 0))) + (error * die.Normal());
        mind.Checks.Take(subject, test.Window);
        mind.Checks.Hurry(subject, hurried ? sequence : 0);
        // An adaptive test meets everybody at their level.
        var correct = (int)Math.Clamp(Math.Round(BenchmarkItems * (0.52 + (0.04 * die.Fork(2).Normal()))), 0, BenchmarkItems);
        return new AssessmentTaken(
            startedAt, -1, again, Tenths(score), Tenths(error), AssessmentKind.Benchmark, subject, (byte)test.Window,
            BenchmarkItems, (byte)correct);
    }

    /// <summary>How many of so many questions on a stretch of skills are right, without hints or feedback.</summary>
    private static int Right(
        Subject subject, Traits traits, Mind mind, DayBrief brief, Dice dice, int first, int count, int items)
    {
        var p = brief.Parameters;
        var die = dice.Fork(Purpose.Assessment).Fork((int)subject);
        var ease = p.Intercept + Growth.Standing(traits, mind, subject)
            + (p.EffortWeight * Engagement.Effort(traits, mind, brief))
            + (brief.Grade.Band == GradeBand.PreKTo2 ? p.YoungEase : 0);
        var minute = Visit.Minute(brief.Day, brief.FirstBellMs);
        var right = 0;
        for (var i = 0; i < items; i++)
        {
            var skill = first + (i * count / items);
            var state = mind.Skill(skill);
            var z = ease - brief.Effects.SkillDifficulty(skill) + Visit.Affinity(brief, traits, skill)
                + (Memory.Retention(p, state, minute)
                    * Memory.Practice(p, traits.LearningRate, brief.Effects.SkillRate(skill), state))
                + (p.ItemDeviation * die.Fork(i).Normal());
            var chance = ExamGuess + ((1 - p.Slip - ExamGuess) * PortableMath.Logistic(z));
            right += die.Fork(i).Fork(1).Chance(chance) ? 1 : 0;
        }
        return right;
    }

    private static AssessmentTaken Percent(
        AssessmentKind kind, Subject subject, int startedAt, int skill, int again, int window, int items, int correct)
    {
        var share = (double)correct / items;
        var error = Math.Sqrt(Math.Max(share * (1 - share), 0.25 / items) / items);
        return new AssessmentTaken(
            startedAt, skill, again, Tenths(100 * share), Tenths(100 * error), kind, subject,
            (byte)Math.Min(window, byte.MaxValue), (byte)items, (byte)correct);
    }

    // Grades and subjects take turns within a window, so that a school is never all at once at its tests.
    private static bool IsOpen(DayBrief brief, Subject subject, int window)
    {
        var start = (WindowStarts[window] * 7) + (((brief.Grade.Ordinal * 3) + ((int)subject * 2)) % 10);
        var day = (brief.Place.Week * 7) + brief.Day.Weekday;
        return day >= start && day < (WindowStarts[window] + WindowWeeks) * 7;
    }

    private static short Tenths(double value) => (short)Math.Round(10 * value);
}
