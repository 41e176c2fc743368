using Pathfinity.Curriculum;

namespace Pathfinity.Learning.Tests;

public sealed class FormatPreferenceTests
{
    [Theory]
    [InlineData(1, "2")]
    [InlineData(2, "6")]
    [InlineData(3, "10")]
    public void Another_format_preference_at_the_same_dice_changes_the_format_and_nothing_else(ulong seed, string grade)
    {
        var own = Live(Preferring(seed, 0), grade);
        var other = Live(Preferring(seed, 1), grade);

        Assert.All(Formats(own), format => Assert.Equal(Format.Read, format));
        Assert.All(Formats(other), format => Assert.Equal(Format.Narrated, format));
        Assert.Equal(own.Select(WithoutFormat), other.Select(WithoutFormat));
        Assert.Contains(own, activity => activity.Kind == ActivityKind.Attempted);
    }

    [Fact]
    public void A_student_takes_up_the_two_formats_as_the_preference_says()
    {
        foreach (var preference in (double[])[0.2, 0.5, 0.9])
        {
            var formats = Enumerable.Range(1, 20).SelectMany(seed => Formats(Live(Preferring((ulong)seed, preference), "5"))).ToList();
            Assert.InRange(formats.Average(format => format == Format.Narrated ? 1.0 : 0), preference - 0.06, preference + 0.06);
        }
    }

    [Fact]
    public void Who_cannot_read_yet_is_read_to() =>
        Assert.All(Formats(Live(Preferring(1, 0), "K")), format => Assert.Equal(Format.Narrated, format));

    private static Traits Preferring(ulong seed, double narrated)
    {
        var student = Fixture.Student(seed);
        typeof(Traits).GetProperty(nameof(Traits.FormatPreference))!.SetValue(student, narrated);
        return student;
    }

    private static List<Format> Formats(List<Activity> activities) =>
        [.. activities.Where(a => a.Kind == ActivityKind.VisitEnded).Select(a => a.VisitEnd.Format)];

    private static Activity WithoutFormat(Activity a) => a.Kind switch
    {
        ActivityKind.VisitStarted => new Activity(a.At, a.Sequence, a.VisitStart with { Format = Format.Read }),
        ActivityKind.VisitEnded => new Activity(a.At, a.Sequence, a.VisitEnd with { Format = Format.Read }),
        _ => a,
    };

    private static List<Activity> Live(Traits traits, string grade)
    {
        var (mind, activities) = (new Mind(), new List<Activity>());
        for (var day = Fixture.Monday; day < Fixture.Monday + 5; day++)
        {
            var (today, run) = Fixture.Live(traits, mind, Fixture.Brief(day, Grade.Parse(grade)));
            activities.AddRange(today);
            mind = run.Dusk;
        }
        return activities;
    }
}
