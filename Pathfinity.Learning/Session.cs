using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Learning;

/// <summary>What a student gave to one question.</summary>
/// <param name="Response">0 the right response; 1, 2, ... the question's wrong ones; 255 another.</param>
internal readonly record struct Answer(bool Correct, byte Response, byte Hints, int ResponseMs);

/// <summary>One sitting: its mood, its wandering pace and what has happened in it.</summary>
internal sealed class Session
{
    public const byte AnotherResponse = 255;
    private const int ResponseMsMax = 600_000;
    private const int HintMs = 7_000;

    private readonly Traits traits;
    private readonly Dice dice;
    private readonly double mood;
    private double wander;
    private bool lastWrong;
    private int position;
    private int attempts;
    private int correct;
    private int lastSkill = -1;
    private int lastSkillAt;

    public Session(Traits traits, ModelParameters p, Dice dice, int id, Window window)
    {
        this.traits = traits;
        this.dice = dice;
        Id = id;
        Window = window;
        mood = p.MoodDeviation * dice.Fork(Purpose.Mood).Normal();
        wander = dice.Fork(Purpose.Time).Normal();
    }

    /// <summary>Sequence number of the activity that began it.</summary>
    public int Id { get; }

    public Window Window { get; }

    /// <summary>Rounds begun beyond the journey's own.</summary>
    public int Rounds { get; set; }

    public Device Device => Window.Place == Place.School ? traits.SchoolDevice : traits.HomeDevice;

    /// <summary>Time to take in whether the answer was right.</summary>
    public static int FeedbackMs(bool right) => right ? 2_000 : 5_000;

    public Activity Ended(int at, int sequence) => new(at, sequence, new SessionEnded(
        Id, Window.StartMs, Window.Classroom, (ushort)attempts, (ushort)correct, Window.Place, Device));

    public void Count(in Answer answer, int skill, int at)
    {
        attempts++;
        correct += answer.Correct ? 1 : 0;
        lastWrong = !answer.Correct;
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
        var item = brief.Syllabus.Items[ordinal];
        var state = mind.Skill(visit.Skill);
        var minute = Visit.Minute(brief.Day, now);
        var since = lastSkill == visit.Skill ? (now - lastSkillAt) / 1000.0 : (minute - state.LastMinute) * 60.0;
        var z = visit.Ease + mood
            - brief.Effects.ItemDifficulty(ordinal)
            + Answering.Knowledge(p, traits.LearningRate, brief.Effects.SkillRate(visit.Skill), state, minute)
            + Answering.Recency(p, state, since)
            + Answering.Position(p, position);
        var young = brief.Grade.Band == GradeBand.PreKTo2;
        if (!young && IsRapid(p, z, die))
        {
            var lucky = die.Fork(Purpose.Correct).Chance(Answering.GuessFloor(p, item));
            var quick = 1000 + die.Fork(Purpose.RapidTime).Below(2500);
            return new Answer(lucky, lucky ? (byte)0 : Wrong(item, die), 0, quick);
        }
        var hints = young ? 0 : Hints(z, die);
        var right = hints == 0 && die.Fork(Purpose.Correct).Chance(Answering.Probability(p, item, z));
        var response = right || hints == HintsMax ? (byte)0 : Wrong(item, die);
        return new Answer(right, response, (byte)hints, Time(p, brief, ordinal, item, state, z, right, die, hints));
    }

    private const int HintsMax = 3;

    private bool IsRapid(ModelParameters p, double z, Dice die) => die.Fork(Purpose.RapidGuess).Chance(traits.Games
        ? 0.10 + (z < 0 ? 0.25 : 0)
        : p.RapidRate * PortableMath.Exp(-0.6 * traits.Effort));

    private int Hints(double z, Dice die)
    {
        var rate = traits.HintRate * (lastWrong ? 2.2 : 0.55) * (z < 0 ? 1.6 : 0.7);
        if (!die.Fork(Purpose.Hint).Chance(rate))
        {
            return 0;
        }
        return die.Fork(Purpose.BottomHint).Chance(0.6) ? HintsMax : 1 + die.Fork(Purpose.BottomHint).Fork(1).Below(2);
    }

    private static byte Wrong(in Item item, Dice die)
    {
        var response = die.Fork(Purpose.Response);
        var open = item.Kind is QuestionKind.Numeric or QuestionKind.Text;
        return item.WrongResponses == 0 || (open && response.Fork(1).Chance(0.35))
            ? AnotherResponse
            : (byte)(1 + response.Below(item.WrongResponses));
    }

    private int Time(
        ModelParameters p, DayBrief brief, int ordinal, in Item item, in SkillState state, double z, bool right,
        Dice die, int hints)
    {
        wander = (p.TimeMemory * wander)
            + (Math.Sqrt(1 - (p.TimeMemory * p.TimeMemory)) * die.Fork(Purpose.Time).Normal());
        var log = p.ResponseLogMean + traits.Pace + brief.Effects.ItemTime(ordinal) + (p.TimeWander * wander)
            - (0.16 * PortableMath.Log(1 + Math.Min((int)state.Attempts, 12)))
            + (right ? 0 : p.TimeOfWrong)
            + (position == 0 ? 0.35 : 0)
            + (0.05 * Math.Clamp(-z, -2, 2));
        var seconds = p.ResponseFloorSeconds + PortableMath.Exp(log) + Answering.ReadingSeconds(brief.Grade, item.Words);
        return (int)Math.Min(ResponseMsMax, (1000 * seconds) + (HintMs * hints));
    }
}
