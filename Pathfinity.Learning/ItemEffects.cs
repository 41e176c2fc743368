using Pathfinity.Determinism;

namespace Pathfinity.Learning;

/// <summary>What a world drew for each skill and question of a release: the same for all of its students.</summary>
public sealed class ItemEffects
{
    private readonly float[] skillDifficulty;
    private readonly float[] skillRate;
    private readonly float[] itemDifficulty;
    private readonly float[] itemTime;

    /// <param name="world">The world's die.</param>
    public ItemEffects(Dice world, Syllabus syllabus, ModelParameters p)
    {
        ArgumentNullException.ThrowIfNull(syllabus);
        ArgumentNullException.ThrowIfNull(p);
        skillDifficulty = new float[syllabus.Skills.Length];
        skillRate = new float[syllabus.Skills.Length];
        itemDifficulty = new float[syllabus.Items.Length];
        itemTime = new float[syllabus.Items.Length];
        for (var i = 0; i < skillDifficulty.Length; i++)
        {
            skillDifficulty[i] = (float)(p.SkillDeviation * world.Fork(Purpose.SkillDifficulty).Fork(i).Normal());
            skillRate[i] = (float)(p.SkillRateMedian
                * world.Fork(Purpose.SkillRate).Fork(i).LogNormal(0, p.SkillRateDeviation));
        }
        for (var i = 0; i < itemDifficulty.Length; i++)
        {
            itemDifficulty[i] = (float)((p.ItemDeviation * world.Fork(Purpose.ItemDifficulty).Fork(i).Normal())
                + (syllabus.Items[i].Difficulty / 1000.0));
            itemTime[i] = (float)(p.ItemTimeDeviation * world.Fork(Purpose.ItemTime).Fork(i).Normal());
        }
    }

    /// <summary>How hard the skill is, in logits.</summary>
    public double SkillDifficulty(int skill) => skillDifficulty[skill];

    /// <summary>Factor on what practice of the skill brings.</summary>
    public double SkillRate(int skill) => skillRate[skill];

    /// <summary>How much harder than its skill the question is, in logits.</summary>
    public double ItemDifficulty(int item) => itemDifficulty[item];

    /// <summary>Log of the question's factor on response times.</summary>
    public double ItemTime(int item) => itemTime[item];
}
