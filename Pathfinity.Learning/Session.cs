using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Learning;

/// <summary>What a student gave to one question.</summary>
/// <param name="Response">0 the right response; 1, 2, ... the question's wrong ones; 255 another.</param>
/// <param name="Tempted">Whether a misconception that the student holds was at stake.</param>
/// <param name="Retention">The share that was left of the skill.</param>
/// <param name="Doubt">How far the skill's misconceptions were shaken.</param>
internal readonly record struct Answer(
    bool Correct, byte Response, byte Hints, int ResponseMs, bool Tempted, double Retention, double Doubt);

/// <summary>One sitting: its mood, its wandering pace and what has happened in it.</summary>
internal sealed class Session
{
    public const byte AnotherResponse = 255;

    /// <summary>Share of wrong open answers that nobody foresaw.</summary>
    public const double UnforeseenShare = 0.35;

    private const int ResponseMsMax = 3_600_000;
    private const int HintMs = 7_000;
    private const int HintsMax = 3;
    private const double OffTaskDeviation = 0.9;

    private readonly Traits traits;
    private readonly Dice dice;
    private readonly double mood;
    private readonly double effort;
    private readonly double rapidRate;
    private readonly double offTaskShare;
    private readonly double freshWander;
    private double wander;
    private bool lastWrong;
    private bool lastRapid;
    private bool lastHinted;
    private int wrongInARow;
    private int position;
    private int attempts;
    private int correct;
    private int lastSkill = -1;
    private int lastSkillAt;

    public Session(Traits traits, Mind mind, DayBrief brief, Dice dice, int id, Window window)
    {
        this.traits = traits;
        this.dice = dice;
        Id = id;
        Window = window;
        effort = Engagement.Effort(traits, mind, brief);
        mood = (brief.Parameters.MoodDeviation * dice.Fork(Purpose.Mood).Normal())
            - Engagement.Tiredness(brief.Parameters, brief.Day, window.StartMs);
        wander = dice.Fork(Purpose.Time).Normal();
        var p = brief.Parameters;
        rapidRate = p.RapidRate * PortableMath.Exp(-0.6 * effort);
        offTaskShare = p.OffTaskShare * PortableMath.Exp(-0.7 * effort);
        freshWander = Math.Sqrt(1 - (p.TimeMemory * p.TimeMemory));
    }

    /// <summary>Sequence number of the activity that began it.</summary>
    public int Id { get; }

    public Window Window { get; }

    /// <summary>Rounds begun beyond the journey's own.</summary>
    public int Rounds { get; set; }

    public Device Device => Window.Place == Place.School ? traits.SchoolDevice : traits.HomeDevice;

    /// <summary>Time to take in whether the answer just given was right; some look no further, some read it all.</summary>
    public int FeedbackMs(bool right) =>
        (int)((right ? 900 : 1_500) + ((right ? 1_100 : 3_500) * dice.Fork(position).Fork(Purpose.Feedback).Exponential()));

    /// <summary>Whether the student gives the sitting up after what just happened: at home, and after two wrong in a row.</summary>
    public bool GivesUp(ModelParameters p) =>
        Window.Place == Place.Home && wrongInARow >= 2
        && dice.Fork(position).Fork(Purpose.GiveUp).Chance(p.ShortStayShare * PortableMath.Exp(-0.4 * effort));

    public Activity Ended(int at, int sequence) => new(at, sequence, new SessionEnded(
        Id, Window.StartMs, Window.Classroom, (ushort)attempts, (ushort)correct, Window.Place, Device));

    /// <summary>Time that the student is off the task after the answer just given.</summary>
    public int OffTaskMs(ModelParameters p)
    {
        var die = dice.Fork(position).Fork(Purpose.OffTask);
        return die.Chance(offTaskShare)
            ? (int)(1000 * p.OffTaskSeconds * die.Fork(1).LogNormal(0, OffTaskDeviation))
            : 0;
    }

    public void Count(in Answer answer, int skill, int at)
    {
        attempts++;
        correct += answer.Correct ? 1 : 0;
        lastWrong = !answer.Correct;
        lastHinted = answer.Hints > 0;
        wrongInARow = lastWrong ? wrongInARow + 1 : 0;
        position++;
        lastSkill = skill;
        lastSkillAt = at;
    }

    /// <summary>What the student would give to the visit's next question, and how long it would take.</summary>
    public Answer Answer(Visit visit, Mind mind, DayBrief brief, int now)
    {
        var p = brief.Parameters;
        var die = dice.Fork(position);
        var ordinal = visit.ItemOrdinal;
        ref readonly var item = ref brief.Syllabus.Items.ItemRef(ordinal);
        var state = mind.Skill(visit.Skill);
        var minute = Visit.Minute(brief.Day, now);
        var since = lastSkill == visit.Skill ? (now - lastSkillAt) / 1000.0 : (minute - state.LastMinute) * 60.0;
        var retention = Memory.Retention(p, state, minute);
        var z = visit.Ease + visit.ExampleGain + (p.EffortWeight * effort) + mood
            - brief.Effects.ItemDifficulty(ordinal)
            + (retention * Memory.Practice(p, traits.LearningRate, brief.Effects.SkillRate(visit.Skill), state))
            + Answering.Recency(p, state, since)
            + (lastHinted && lastSkill == visit.Skill ? p.HintGain : 0)
            + Answering.Position(p, position);
        var young = brief.Grade.Band == GradeBand.PreKTo2;
        lastRapid = !young && IsRapid(z, die);
        if (lastRapid)
        {
            return Rapid(p, item, die, retention, state.Doubt / 255.0);
        }
        var doubt = Misconceptions.Doubt(p, state, minute);
        var fired = Misconceptions.Fired(brief, traits, item, visit.Tilt, doubt, z, dice, die);
        var hints = young || fired > 0 ? 0 : Hints(z, visit.Asking, die);
        var right = fired == 0 && hints == 0 && die.Fork(Purpose.Correct)
            .Chance(Answering.Probability(p, item, brief.Effects.ItemDiscrimination(ordinal) * z));
        var response = fired > 0 ? (byte)fired : right || hints == HintsMax ? (byte)0 : Wrong(item, die);
        var time = Time(p, brief, ordinal, item, state, z, right || fired > 0, die, hints);
        var tempted = fired > 0 || (right && item.FirstWrong >= 0);
        return new Answer(right, response, (byte)hints, time, tempted, retention, doubt);
    }

    private static Answer Rapid(ModelParameters p, in Item item, Dice die, double retention, double doubt)
    {
        var lucky = die.Fork(Purpose.Correct).Chance(Answering.GuessFloor(p, item));
        var quick = (int)(600 + (1350 * die.Fork(Purpose.RapidTime).LogNormal(0, 0.35)));
        return new Answer(lucky, lucky ? (byte)0 : Wrong(item, die), 0, quick, false, retention, doubt);
    }

    // Rapid guesses come in bursts.
    private bool IsRapid(double z, Dice die) => die.Fork(Purpose.RapidGuess).Chance(traits.Games
        ? (0.09 + (z < 0 ? 0.20 : 0)) * (lastRapid ? 2 : 1)
        : rapidRate * (lastRapid ? 8 : 1));

    private int Hints(double z, double asking, Dice die)
    {
        if (traits.HintRate == 0)
        {
            return 0;
        }
        var rate = traits.HintRate * (lastWrong ? 2.2 : 0.55) * (z < 0 ? 1.6 : 0.7) * asking;
        if (!die.Fork(Purpose.Hint).Chance(rate))
        {
            return 0;
        }
        return die.Fork(Purpose.BottomHint).Chance(0.6) ? HintsMax : 1 + die.Fork(Purpose.BottomHint).Fork(1).Below(2);
    }

    /// <summary>A wrong response: the first that its author thought of is the commonest.</summary>
    private static byte Wrong(in Item item, Dice die)
    {
        var response = die.Fork(Purpose.Response);
        var open = item.Kind is QuestionKind.Numeric or QuestionKind.Text;
        if (item.WrongResponses == 0 || (open && response.Fork(1).Chance(UnforeseenShare)))
        {
            return AnotherResponse;
        }
        var u = response.Unit;
        return (byte)(1 + (int)(item.WrongResponses * u * u));
    }

    private int Time(
        ModelParameters p, DayBrief brief, int ordinal, in Item item, in SkillState state, double z, bool sure,
        Dice die, int hints)
    {
        wander = (p.TimeMemory * wander)
            + (freshWander * die.Fork(Purpose.Time).Normal());
        var log = p.ResponseLogMean + traits.Pace + brief.Effects.ItemTime(ordinal) + (p.TimeWander * wander)
            - Answering.Routine(state.Attempts)
            + (sure ? 0 : p.TimeOfWrong)
            + (lastWrong ? p.TimeAfterWrong : 0)
            + (position == 0 ? 0.35 : 0)
            + (0.05 * Math.Clamp(-z, -2, 2));
        var seconds = p.ResponseFloorSeconds + PortableMath.Exp(log)
            + (p.ReadingTime * Answering.ReadingSeconds(brief.Grade, item.Words)
                * PortableMath.Exp((traits.Pace / 2) + (p.ReadingDeviation * wander)));
        return (int)Math.Min(ResponseMsMax, (1000 * seconds) + (HintMs * hints));
    }
}
