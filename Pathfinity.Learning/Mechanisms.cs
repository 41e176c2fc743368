using System.Text;

namespace Pathfinity.Learning;

/// <summary>The mechanisms of the model that a world can do without.</summary>
[Flags]
public enum Mechanism : ulong
{
    None = 0,
    Fatigue = 1 << 0,
    Forgetting = 1 << 1,
    Gaming = 1 << 2,
    Guessing = 1 << 3,
    Hints = 1 << 4,
    Home = 1 << 5,
    Instruction = 1 << 6,
    Learning = 1 << 7,
    Mood = 1 << 8,
    Prerequisites = 1 << 9,
    Recency = 1 << 10,
    Review = 1 << 11,
    Slipping = 1 << 12,
    StudentSkill = 1 << 13,
    TimeMemory = 1 << 14,
    TimeOfWrong = 1 << 15,
    WarmUp = 1 << 16,
    WheelSpinning = 1 << 17,
}

/// <summary>
/// Switches mechanisms off, each by making its constants do nothing, so that a test can show what in a log comes from
/// which.
/// </summary>
public static class Mechanisms
{
    /// <summary>Each by itself, in order of name.</summary>
    public static IReadOnlyList<Mechanism> All { get; } =
        [.. Enum.GetValues<Mechanism>().Where(m => m != Mechanism.None).OrderBy(m => m.ToString(), StringComparer.Ordinal)];

    /// <summary>The name in a spec, such as <c>warm-up</c>.</summary>
    public static string Name(this Mechanism mechanism)
    {
        var name = new StringBuilder();
        foreach (var letter in mechanism.ToString())
        {
            name.Append(char.IsUpper(letter) && name.Length > 0 ? "-" : "").Append(char.ToLowerInvariant(letter));
        }
        return name.ToString();
    }

    /// <summary>The constants of a world without some mechanisms.</summary>
    public static ModelParameters Without(this ModelParameters parameters, Mechanism off)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        foreach (var mechanism in All)
        {
            parameters = (off & mechanism) != 0 ? Neutral(parameters, mechanism) : parameters;
        }
        return parameters;
    }

    private static ModelParameters Neutral(ModelParameters p, Mechanism mechanism) => mechanism switch
    {
        Mechanism.Fatigue => p with { FatiguePerItem = 0 },
        Mechanism.Forgetting => p with { ForgettingExponent = 0 },
        Mechanism.Gaming => p with { GamerShare = 0, RapidRate = 0 },
        Mechanism.Guessing => p with { GuessShare = 0 },
        Mechanism.Hints => p with { HintAbstainerShare = 1 },
        Mechanism.Home => p with { HomeUserShare = 0 },
        Mechanism.Instruction => p with { InstructionGain = 0, SupportGain = 0 },
        Mechanism.Learning => p with { SkillRateMedian = 0 },
        Mechanism.Mood => p with { MoodDeviation = 0 },
        Mechanism.Prerequisites => p with { DeficitWeight = 0 },
        Mechanism.Recency => p with { RecencyShort = 0, RecencyLong = 0, FirstEncounter = 0 },
        Mechanism.Review => p with { ReviewShare = 0 },
        Mechanism.Slipping => p with { Slip = 0 },
        Mechanism.StudentSkill => p with { StudentSkillDeviation = 0 },
        Mechanism.TimeMemory => p with { TimeMemory = 0 },
        Mechanism.TimeOfWrong => p with { TimeOfWrong = 0 },
        Mechanism.WarmUp => p with { FirstItemOfSession = 0, EarlyItemOfSession = 0 },
        Mechanism.WheelSpinning => p with { MoveOnShare = 1 },
        _ => throw new ArgumentOutOfRangeException(nameof(mechanism), mechanism, "Not one mechanism."),
    };
}
