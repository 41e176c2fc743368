namespace Pathfinity.Learning.Tests;

public sealed class FormatPreferenceTests
{
    [Theory]
    [InlineData(1, "2")]
    [InlineData(2, "6")]
    [InlineData(3, "10")]
    public void Another_format_preference_at_the_same_dice_changes_nothing_that_happens(ulong seed, string grade)
    {
        var own = Live(Fixture.Student(seed), grade);
        var other = Fixture.Student(seed);
        typeof(Traits).GetProperty(nameof(Traits.FormatPreference))!.SetValue(other, 1 - other.FormatPreference);

        Assert.NotEqual(Fixture.Student(seed).FormatPreference, other.FormatPreference);
        Assert.Equal(own, Live(other, grade));
        Assert.Contains(own, activity => activity.Kind == ActivityKind.Attempted);
    }

    private static List<Activity> Live(Traits traits, string grade)
    {
        var (mind, activities) = (new Mind(), new List<Activity>());
        for (var day = Fixture.Monday; day < Fixture.Monday + 5; day++)
        {
            var (today, run) = Fixture.Live(traits, mind, Fixture.Brief(day, Curriculum.Grade.Parse(grade)));
            activities.AddRange(today);
            mind = run.Dusk;
        }
        return activities;
    }
}
