using Pathfinity.Determinism;

namespace Pathfinity.Realism.Tests;

public class LearnerModelTests
{
    private static readonly Dice Die = Dice.Of(20260105);

    [Fact]
    public void Crossed_effects_come_back_with_their_spreads()
    {
        const int Students = 300, Skills = 60, Tries = 8;
        var (students, skills, right) = (new List<int>(), new List<int>(), new List<bool>());
        for (var i = 0; i < Students * Skills; i++)
        {
            var (student, skill) = (i / Skills, i % Skills);
            var z = 0.4 + (0.9 * Die.Fork("student").Fork(student).Normal()) + (0.6 * Die.Fork("skill").Fork(skill).Normal());
            if (Die.Fork("takes").Fork(i).Chance(0.3))
            {
                for (var t = 0; t < Tries; t++)
                {
                    students.Add(student);
                    skills.Add(skill);
                    right.Add(Die.Fork("right").Fork(i).Fork(t).Chance(Moments.Logistic(z)));
                }
            }
        }
        var level = Grouping.Common(right.Count, null);
        var (own, of) = (new Grouping([.. students], Students, null, random: true), new Grouping([.. skills], Skills, null, random: true));
        _ = new CrossedLogit([.. right], null, 0, level, own, of).Fit(25);
        Assert.InRange(level.Effects[0], 0.1, 0.7);
        Assert.InRange(own.Deviation, 0.8, 1.0);
        Assert.InRange(of.Deviation, 0.45, 0.75);
    }

    [Fact]
    public void A_guess_floor_that_is_known_does_not_bend_the_slope()
    {
        const int Rows = 40_000;
        var x = Enumerable.Range(0, Rows).Select(i => 2 * Die.Fork("x").Fork(i).Normal()).ToArray();
        var right = x.Select((value, i) => Die.Fork("floored").Fork(i).Chance(0.25 + (0.7 * Moments.Logistic(0.8 * value)))).ToArray();
        var slope = Grouping.Common(Rows, x);
        _ = new CrossedLogit(right, [.. Enumerable.Repeat(0.25, Rows)], 0.05, Grouping.Common(Rows, null), slope).Fit(30);
        Assert.InRange(slope.Effects[0], 0.75, 0.85);
    }

    [Theory]
    [InlineData(0.6, 0.2, 0.25, 0.1)]
    [InlineData(0.2, 0.1, 0.15, 0.2)]
    public void Knowledge_tracing_finds_what_made_the_answers(double prior, double learn, double guess, double slip)
    {
        var truth = new Bkt(prior, learn, guess, slip);
        var sequences = Enumerable.Range(0, 1500).Select(i => truth.Draw(Die.Fork("traced").Fork(i), 12)).ToList();
        var found = Bkt.Fit(sequences, 200);
        Assert.InRange(found.Prior, prior - 0.06, prior + 0.06);
        Assert.InRange(found.Learn, learn - 0.04, learn + 0.04);
        Assert.InRange(found.Guess, guess - 0.05, guess + 0.05);
        Assert.InRange(found.Slip, slip - 0.03, slip + 0.03);
    }

    [Fact]
    public void The_area_under_the_curve_counts_pairs()
    {
        Assert.Equal(0.792, LearnerModels.Auc([(0.1, false), (0.4, true), (0.35, false), (0.4, false), (0.9, true), (0.2, true), (0.1, false)])!.Value, 3);
        Assert.Equal(0.5, LearnerModels.Auc([(1, true), (1, false)]));
        Assert.Null(LearnerModels.Auc([(1, true), (2, true)]));
    }
}
