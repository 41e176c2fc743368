using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Learning;

/// <summary>A day under way: gives its activities one by one, in order of time and sequence.</summary>
public sealed class DayRun
{
    private const int CheckMs = 6 * 60_000;
    private const int EightOClockMs = 4 * 60 * 60_000;
    private const int AfternoonMs = 12 * 60 * 60_000;

    private readonly Traits traits;
    private readonly DayBrief brief;
    private readonly Dice dice;
    private readonly Mind mind;
    private readonly DayReport report;
    private readonly IEnumerator<Activity> activities;
    private readonly DayPlan plan;
    private readonly Household household;
    private readonly Visit?[] visits = new Visit?[DayPlan.Steps];
    private readonly AttendanceStatus? attendance;
    private int now;
    private Journey? journey;
    private AwardGiven? award;
    private BySubject<int> masteredToday;
    private bool finished;

    internal DayRun(int student, Traits traits, Mind dawn, DayBrief brief, Dice dice)
    {
        this.traits = traits;
        this.brief = brief;
        this.dice = dice;
        mind = dawn.Copy();
        if (mind.Term.From == 0)
        {
            mind.Term.Begin(brief.Day.Number);
        }
        if (brief.Day.IsInSession)
        {
            attendance = Attendance.Take(traits, mind, brief, dice);
            mind.Term.Attend(attendance.Value);
        }
        report = new DayReport(student, brief.Day.Number, attendance);
        foreach (var subject in Subjects.All)
        {
            report[subject] = SubjectTally.None;
        }
        household = new Household(traits, mind, brief, dice, attendance);
        plan = new DayPlan(traits, mind, brief, dice, attendance);
        activities = Live();
    }

    /// <summary>Whether the day has given its last activity.</summary>
    public bool IsFinished => finished;

    /// <summary>The mind after the day.</summary>
    /// <exception cref="InvalidOperationException">The day is not finished.</exception>
    public Mind Dusk => finished ? mind : throw new InvalidOperationException("The day is not finished.");

    /// <summary>What others may know of the day.</summary>
    /// <exception cref="InvalidOperationException">The day is not finished.</exception>
    public DayReport Report => finished ? report : throw new InvalidOperationException("The day is not finished.");

    /// <summary>Gives the next activity; false when the day is over.</summary>
    public bool TryNext(out Activity next)
    {
        if (activities.MoveNext())
        {
            next = activities.Current;
            return true;
        }
        next = default;
        return false;
    }

    private IEnumerator<Activity> Live()
    {
        while (household.TryNext(MorningMs, 0) is { } early)
        {
            yield return early;
        }
        if (attendance is { } status)
        {
            yield return new Activity(Attendance.At(brief, dice, status), Next(),
                new AttendanceTaken(status, Attendance.Reason(dice, status)));
        }
        if (brief.Parameters.Interventions > 0)
        {
            foreach (var directive in brief.Directives)
            {
                var began = Next();
                var room = !Interventions.Lasts(directive.Kind) || mind.HasRoom;
                yield return Began(directive, began, room);
                if (directive.Kind == DirectiveKind.MessageHome
                    && household.Write(MorningMs, began, directive.Classroom) is { } message)
                {
                    yield return message;
                }
                if (!room || !Interventions.Lasts(directive.Kind))
                {
                    yield return Ended(began, directive, room);
                }
            }
        }
        for (var w = 0; w < plan.Windows.Count; w++)
        {
            var window = plan.Windows[w];
            while (household.TryNext(window.StartMs, Math.Max(now, MorningMs)) is { } between)
            {
                yield return between;
            }
            now = window.StartMs;
            if (window.Test is { } test)
            {
                yield return Take(test, window);
                if (award is not null)
                {
                    yield return Honour();
                }
                continue;
            }
            if (journey is null)
            {
                journey = new Journey(traits, mind, brief, dice, Next(), now);
                mind.Journeys++;
                yield return journey.Started();
            }
            var session = new Session(traits, mind, brief, dice.Fork(Purpose.Session).Fork(w), Next(), window);
            yield return new Activity(now, session.Id,
                new SessionStarted(window.Classroom, window.Place, session.Device));
            while (NextCheck(window) is { } subject)
            {
                yield return Check(subject);
            }
            while (NextStep(session, w) is var step && step >= 0)
            {
                if (visits[step] is null)
                {
                    visits[step] = OpenVisit(step, session);
                    yield return visits[step]!.Started(now, journey.Id, session.Id);
                    Pass(visits[step]!.ReadingMs, window.EndMs);
                }
                var visit = visits[step]!;
                while (!visit.IsFinished && !session.GivesUp(brief.Parameters) && Attempt(visit, session) is { } attempt)
                {
                    yield return attempt;
                }
                if (!visit.IsFinished)
                {
                    now = session.GivesUp(brief.Parameters) ? now : window.EndMs;
                    break;
                }
                yield return Close(step, completed: true);
            }
            for (var step = 0; step < visits.Length; step++)
            {
                if (visits[step] is { IsClosed: false } && !plan.ComesBack(step, w))
                {
                    yield return Close(step, completed: false);
                }
            }
            yield return session.Ended(now, Next());
        }
        if (journey is not null)
        {
            if (journey.HasWork)
            {
                yield return Explore();
                if (award is not null)
                {
                    yield return Honour();
                }
            }
            yield return journey.Ended(now, Next(), plan.IsComplete(visits));
        }
        var afternoon = Math.Max(now, AfternoonMs);
        while (household.TryNext(afternoon, Math.Max(now, MorningMs)) is { } late)
        {
            yield return late;
        }
        for (var place = 0; place < OpenInterventions.Most; place++)
        {
            if (EndIntervention(place) is { } ended)
            {
                yield return ended;
            }
        }
        if (IsPresent && SchoolRecord.Referral(traits, brief, dice) is { } referral)
        {
            yield return new Activity(afternoon, Next(), referral);
        }
        if (SchoolTerms.EndingOn(brief.Day, brief.Place) is { } term)
        {
            var posted = Math.Max(afternoon, SchoolRecord.CardMs);
            while (household.TryNext(posted, afternoon) is { } before)
            {
                yield return before;
            }
            afternoon = posted;
            foreach (var written in SchoolRecord.EndOfTerm(mind, brief, posted, term))
            {
                yield return written;
            }
        }
        while (household.TryNext(int.MaxValue, afternoon) is { } evening)
        {
            yield return evening;
        }
        EndDay();
        finished = true;
    }

    private void EndDay()
    {
        var (attempts, correct) = (0, 0);
        foreach (var subject in Subjects.All)
        {
            attempts += report[subject].Attempts;
            correct += report[subject].Correct;
            if (attendance is { } status)
            {
                mind.Grow(subject, Growth.Daily(
                    brief.Parameters, traits, mind, subject, masteredToday[(int)subject], status == AttendanceStatus.Absent));
            }
        }
        if (attempts > 0 || attendance is not null)
        {
            mind.Engagement = Engagement.After(
                brief.Parameters, mind.Engagement, attempts > 0 ? (double)correct / attempts : null,
                journey?.Fit, dice.Fork(Purpose.Engagement).Normal());
        }
        mind.EndDay();
    }

    private bool IsPresent => attendance is AttendanceStatus.Present or AttendanceStatus.Tardy;

    private int MorningMs => attendance is { } status ? Attendance.At(brief, dice, status) : EightOClockMs;

    private Activity Began(in Directive directive, int sequence, bool room) =>
        new(MorningMs, sequence, Interventions.Begin(mind, directive, sequence, room));

    private Activity Ended(int began, in Directive directive, bool room) =>
        new(MorningMs, Next(), Interventions.End(mind, brief, directive, began, room));

    /// <summary>The end of an intervention in the afternoon, or after the day's last work.</summary>
    private Activity? EndIntervention(int place) =>
        Interventions.EndAtDusk(ref mind.Interventions[place], mind, brief, IsPresent) is { } ended
            ? new Activity(Math.Max(now, AfternoonMs), Next(), ended)
            : null;

    private int Next() => mind.NextSequence++;

    private void Pass(int ms, int end) => now = Math.Min(now + ms, end);

    /// <summary>The award that what was just done has earned.</summary>
    private Activity Honour()
    {
        var given = award!.Value;
        award = null;
        return new Activity(now, Next(), given);
    }

    private Activity Take(in DueTest test, Window window)
    {
        now = window.EndMs;
        var sequence = Next();
        var taken = Assessing.Take(test, traits, mind, brief, dice, sequence, window.StartMs);
        award = SchoolRecord.ForGrowth(
            mind.Term.Take(taken, SchoolRecord.Norm(taken, brief)), taken, brief.Grade, sequence);
        return new Activity(now, sequence, taken);
    }

    /// <summary>The subject whose unit check this sitting begins with; at school, and only with time left for more.</summary>
    private Subject? NextCheck(Window window)
    {
        if (window.Place == Place.Home || window.EndMs - now < 2 * CheckMs)
        {
            return null;
        }
        foreach (var subject in Subjects.All)
        {
            if ((window.Subjects >> (int)subject & 1) != 0 && Assessing.IsCheckDue(mind, brief, subject))
            {
                return subject;
            }
        }
        return null;
    }

    private Activity Check(Subject subject)
    {
        var startedAt = now;
        now += CheckMs / 2 + dice.Fork(Purpose.Assessment).Fork(startedAt).Below(CheckMs);
        var sequence = Next();
        var taken = Assessing.Check(subject, traits, mind, brief, dice, sequence, startedAt);
        mind.Term.Take(taken, 0);
        return new Activity(now, sequence, taken);
    }

    /// <summary>The next step for this sitting; -1 when the time is up or nothing is left that is wanted.</summary>
    private int NextStep(Session session, int window)
    {
        if (now >= session.Window.EndMs || session.GivesUp(brief.Parameters))
        {
            return -1;
        }
        var step = plan.NextStep(visits, session.Window.Subjects);
        if (step >= 0 || !plan.WantsAnother(session.Window, now, session.Rounds))
        {
            return step;
        }
        session.Rounds++;
        step = plan.AnotherStep(session.Window.Subjects, session.Rounds + window);
        if (step >= 0)
        {
            visits[step] = null;
        }
        return step;
    }

    private Visit OpenVisit(int step, Session session)
    {
        var subject = DayPlan.SubjectOf(step);
        var container = DayPlan.ContainerOf(step);
        var round = session.Rounds;
        var skill = container == Container.Learn || plan.SkillOf(subject) < 0
            ? plan.ChooseSkill(mind, subject, round)
            : plan.SkillOf(subject);
        var learn = visits[DayPlan.Step(Container.Learn, subject)];
        var weak = learn is { Attempts: > 0 } && learn.Correct * 2 < learn.Attempts;
        ref var state = ref mind.Practised(skill);
        var material = MaterialChoice.Pick(brief.Syllabus, traits, brief.Effects.SkillKey(skill), state, skill, container, journey!.Career);
        var id = Next();
        var format = MaterialChoice.FormatOf(traits, brief.Grade, dice.Fork(Purpose.Format).Fork(id));
        if (container == Container.Learn)
        {
            state.CountLearnVisit();
            return new Visit(traits, brief, mind, id, now, subject, skill, material, format, -1, weak);
        }
        state.CountWorkVisit();
        var scenario = brief.Syllabus.ScenarioOf(journey.Career, brief.Grade, subject);
        journey.TellBy(scenario);
        return new Visit(traits, brief, mind, id, now, subject, skill, material, format, scenario, weak);
    }

    private Activity? Attempt(Visit visit, Session session)
    {
        var answer = session.Answer(visit, mind, brief, now);
        if (now + answer.ResponseMs > session.Window.EndMs)
        {
            return null;
        }
        now += answer.ResponseMs;
        var attempted = visit.Record(mind, brief, session, answer, now);
        Interventions.Count(mind, visit.Skill);
        var subject = visit.Subject;
        mind.Term.Answer(subject, attempted.Correct);
        masteredToday[(int)subject] += (attempted.Flags & AttemptFlags.Mastered) != 0 ? 1 : 0;
        report[subject] = report[subject].With(attempted);
        if (visit.Container != Container.Learn)
        {
            journey!.Count(attempted);
        }
        var activity = new Activity(now, Next(), attempted);
        Pass(session.FeedbackMs(attempted.Correct) + session.OffTaskMs(brief.Parameters), session.Window.EndMs);
        return activity;
    }

    private Activity Close(int step, bool completed)
    {
        var visit = visits[step]!;
        visit.IsClosed = true;
        if (completed)
        {
            plan.Complete(step);
            if (visit.Container == Container.Learn)
            {
                plan.AfterLearn(mind, visit);
            }
        }
        return visit.Ended(now, Next(), journey!.Id, completed);
    }

    private Activity Explore()
    {
        var material = -1;
        foreach (var visit in visits)
        {
            material = visit is { Container: Container.Discover } ? visit.Material : material;
        }
        award = SchoolRecord.ForExploration(ref mind.Term);
        return journey!.Explored(now, Next(), material);
    }
}
