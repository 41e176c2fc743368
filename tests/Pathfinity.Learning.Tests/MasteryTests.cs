using FsCheck;
using FsCheck.Fluent;
using Pathfinity.Curriculum;

namespace Pathfinity.Learning.Tests;

public sealed class MasteryTests
{
    private static readonly Arbitrary<int> Estimates = Gen.Choose(0, Mastery.Full).ToArbitrary();
    private static readonly Arbitrary<int> Options = Gen.Choose(0, 8).ToArbitrary();

    [Fact]
    public void A_wrong_answer_never_raises_mastery() => Prop.ForAll(Estimates, Options, (before, options) =>
        Mastery.After(before, QuestionKind.Choice, options, correct: false) <= before).QuickCheckThrowOnFailure();

    [Fact]
    public void A_right_answer_never_lowers_mastery_and_never_leaves_the_scale() =>
        Prop.ForAll(Estimates, Options, (before, options) =>
            Mastery.After(before, QuestionKind.Choice, options, correct: true) is var after
            && after >= before && after <= Mastery.Full).QuickCheckThrowOnFailure();

    [Fact]
    public void What_can_be_guessed_counts_less()
    {
        var twoOptions = Mastery.After(500, QuestionKind.Choice, 2, correct: true);
        var fourOptions = Mastery.After(500, QuestionKind.Choice, 4, correct: true);
        var open = Mastery.After(500, QuestionKind.Numeric, 0, correct: true);
        Assert.True(twoOptions < fourOptions && fourOptions < open);
    }

    [Fact]
    public void A_skill_is_mastered_only_with_a_success_on_a_later_day()
    {
        var state = new SkillState { Mastery = Mastery.Prior };
        for (var i = 0; i < 30; i++)
        {
            Assert.False(Mastery.Record(ref state, QuestionKind.Numeric, 0, correct: true, minute: i));
        }
        Assert.True(state.Mastery >= Mastery.Threshold);
        state.Flags |= SkillFlags.SucceededBefore;
        Assert.True(Mastery.Record(ref state, QuestionKind.Numeric, 0, correct: true, minute: 2000));
        Assert.True(state.IsMastered);
        Assert.False(Mastery.Record(ref state, QuestionKind.Numeric, 0, correct: true, minute: 2001));
    }

    [Fact]
    public void Counts_stay_at_their_largest_value()
    {
        var state = new SkillState { Attempts = ushort.MaxValue, Wins = ushort.MaxValue, Run = 15 };
        Mastery.Record(ref state, QuestionKind.Choice, 4, correct: true, minute: 1);
        Assert.Equal((ushort.MaxValue, ushort.MaxValue, (byte)15), (state.Attempts, state.Wins, state.Run));
    }
}
