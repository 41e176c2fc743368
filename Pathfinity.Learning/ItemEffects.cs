using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Learning;

/// <summary>
/// What a world drew for each skill, question and misconception of a release: the same for all of its students, and, as
/// it hangs on their keys, the same in every release that has them.
/// </summary>
public sealed class ItemEffects
{
    private const double PrevalenceOnset = 0.35;
    private const double PrevalenceAfterDecline = 0.15;

    private readonly ulong[] skillKeys;
    private readonly float[] skillDifficulty;
    private readonly float[] skillRate;
    private readonly ItemEffect[] items;
    private readonly float[] bugShares;

    /// <param name="world">The world's die.</param>
    /// <param name="skillKeys">For each skill's ordinal, its key.</param>
    /// <param name="itemKeys">For each question's ordinal, its key.</param>
    public ItemEffects(
        Dice world, Syllabus syllabus, ModelParameters p, IReadOnlyList<ulong> skillKeys, IReadOnlyList<ulong> itemKeys)
    {
        ArgumentNullException.ThrowIfNull(syllabus);
        ArgumentNullException.ThrowIfNull(p);
        ArgumentNullException.ThrowIfNull(itemKeys);
        this.skillKeys = [.. skillKeys];
        skillDifficulty = new float[syllabus.Skills.Length];
        skillRate = new float[syllabus.Skills.Length];
        items = new ItemEffect[syllabus.Items.Length];
        bugShares = new float[syllabus.Bugs.Length * Grade.Count];
        for (var i = 0; i < skillDifficulty.Length; i++)
        {
            var die = world.Fork(Purpose.SkillDifficulty).Fork(this.skillKeys[i]);
            skillDifficulty[i] = (float)(p.SkillDeviation * die.Normal());
            skillRate[i] = (float)(p.SkillRateMedian * die.Fork(Purpose.SkillRate).LogNormal(0, p.SkillRateDeviation));
        }
        for (var i = 0; i < items.Length; i++)
        {
            var die = world.Fork(Purpose.ItemDifficulty).Fork(itemKeys[i]);
            items[i] = new ItemEffect(
                (float)((p.ItemDeviation * die.Normal()) + (syllabus.Items[i].Difficulty / 1000.0)),
                (float)die.Fork(Purpose.ItemDiscrimination).LogNormal(0, p.ItemDiscriminationDeviation),
                (float)(p.ItemTimeDeviation * die.Fork(Purpose.ItemTime).Normal()));
        }
        for (var i = 0; i < syllabus.Bugs.Length; i++)
        {
            var peak = p.MisconceptionShare * world.Fork(Purpose.BugShare).Fork(syllabus.Bugs[i].Key).Beta(3, 5);
            for (var grade = 0; grade < Grade.Count; grade++)
            {
                bugShares[(i * Grade.Count) + grade] = (float)(peak * Curve(syllabus.Bugs[i], grade));
            }
        }
    }

    /// <summary>The key of a skill, by which students differ in it.</summary>
    public ulong SkillKey(int skill) => skillKeys[skill];

    /// <summary>How hard the skill is, in logits.</summary>
    public double SkillDifficulty(int skill) => skillDifficulty[skill];

    /// <summary>Factor on what practice of the skill brings.</summary>
    public double SkillRate(int skill) => skillRate[skill];

    /// <summary>How much harder than its skill the question is, in logits.</summary>
    public double ItemDifficulty(int item) => items[item].Difficulty;

    /// <summary>How sharply the question tells who is above it from who is below: a factor on logits of mean about 1.</summary>
    public double ItemDiscrimination(int item) => items[item].Discrimination;

    /// <summary>Log of the question's factor on response times.</summary>
    public double ItemTime(int item) => items[item].Time;

    /// <summary>Share of a grade's students who hold a misconception.</summary>
    public double BugShare(int bug, Grade grade) => bugShares[(bug * Grade.Count) + grade.Ordinal];

    private readonly record struct ItemEffect(float Difficulty, float Discrimination, float Time);

    // Rises from the onset to the peak, falls to the decline, and lingers in few.
    private static double Curve(in BugNode bug, int grade)
    {
        var (onset, peak, decline) = (bug.Onset.Ordinal, bug.Peak.Ordinal, bug.Decline.Ordinal);
        if (grade < onset)
        {
            return 0;
        }
        if (grade <= peak)
        {
            return peak == onset ? 1 : PrevalenceOnset + ((1 - PrevalenceOnset) * (grade - onset) / (peak - onset));
        }
        return grade >= decline
            ? PrevalenceAfterDecline
            : 1 - ((1 - PrevalenceAfterDecline) * (grade - peak) / (decline - peak));
    }
}
