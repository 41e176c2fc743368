using System.Runtime.CompilerServices;
using Pathfinity.Curriculum;

namespace Pathfinity.Learning.Tests;

public sealed class MindTests
{
    [Fact]
    public void What_was_written_is_read_back()
    {
        var mind = Fixture.Weeks(9, Grade.Parse("6"), 3).Mind;
        var bytes = new byte[mind.Size];
        mind.Write(bytes);
        var read = Mind.Read(bytes);
        var again = new byte[read.Size];
        read.Write(again);
        Assert.Equal(bytes, again);
        Assert.Equal(mind.Skills.ToArray(), read.Skills.ToArray());
        Assert.Equal(mind.NextSequence, read.NextSequence);
    }

    [Fact]
    public void Bytes_that_are_no_mind_are_refused()
    {
        var mind = Fixture.Weeks(9, Grade.Parse("6"), 1).Mind;
        var bytes = new byte[mind.Size];
        mind.Write(bytes);
        Assert.Throws<FormatException>(() => Mind.Read(bytes.AsSpan(0, 10)));
        Assert.Throws<FormatException>(() => Mind.Read(bytes.AsSpan(0, bytes.Length - 1)));
        bytes[0] = 99;
        Assert.Throws<FormatException>(() => Mind.Read(bytes));
    }

    [Fact]
    public void A_skill_costs_sixteen_bytes_and_the_rest_under_two_hundred_and_fifty_six()
    {
        Assert.Equal(16, Unsafe.SizeOf<SkillState>());
        Assert.InRange(new Mind().Size, 1, Mind.HeaderMax);
        var lived = Fixture.Weeks(9, Grade.Parse("6"), 8).Mind;
        Assert.InRange(lived.Size, 1, Mind.HeaderMax + (16 * lived.Skills.Length));
    }

    [Fact]
    public void Skills_stand_in_order_whatever_the_order_of_practice()
    {
        var mind = new Mind();
        foreach (var skill in (int[])[5, 1, 9, 3, 7, 1, 9])
        {
            mind.Practised(skill).Attempts++;
        }
        Assert.Equal([1, 3, 5, 7, 9], mind.Skills.ToArray().Select(state => (int)state.Skill));
        Assert.Equal(2, mind.Skill(9).Attempts);
        Assert.Equal(Mastery.Prior, mind.Skill(4).Mastery);
    }

    [Fact]
    public void Under_a_newer_release_the_known_skills_keep_what_they_had()
    {
        var mind = new Mind();
        foreach (var skill in (int[])[0, 1, 2])
        {
            mind.Practised(skill).Attempts = (ushort)(skill + 10);
        }
        var renumbered = mind.Renumbered([2, -1, 0], []);
        Assert.Equal([(0, 12), (2, 10)], renumbered.Skills.ToArray().Select(s => ((int)s.Skill, (int)s.Attempts)));
    }
}
