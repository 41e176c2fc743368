namespace Pathfinity.Curriculum.Tests;

public class GradeAndSubjectTests
{
    [Theory]
    [InlineData("PK", 0, GradeBand.PreKTo2)]
    [InlineData("K", 1, GradeBand.PreKTo2)]
    [InlineData("1", 2, GradeBand.PreKTo2)]
    [InlineData("2", 3, GradeBand.PreKTo2)]
    [InlineData("3", 4, GradeBand.ThreeToFive)]
    [InlineData("5", 6, GradeBand.ThreeToFive)]
    [InlineData("6", 7, GradeBand.SixToEight)]
    [InlineData("8", 9, GradeBand.SixToEight)]
    [InlineData("9", 10, GradeBand.NineToTwelve)]
    [InlineData("12", 13, GradeBand.NineToTwelve)]
    public void A_grade_is_read_ordered_banded_and_written(string text, int ordinal, GradeBand band)
    {
        var grade = Grade.Parse(text);
        Assert.Equal(ordinal, grade.Ordinal);
        Assert.Equal(band, grade.Band);
        Assert.Equal(text, grade.ToString());
        Assert.Equal(grade, Grade.FromOrdinal(ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("pk")]
    [InlineData("k")]
    [InlineData("0")]
    [InlineData("13")]
    [InlineData("-1")]
    [InlineData("+3")]
    [InlineData(" 3")]
    [InlineData("1.0")]
    [InlineData("third")]
    public void What_is_no_grade_is_refused_by_name(string text) =>
        Assert.Contains(
            $"'{text}'", Assert.Throws<FormatException>(() => Grade.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(-1)]
    [InlineData(14)]
    public void An_ordinal_outside_the_fourteen_grades_is_refused(int ordinal) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Grade.FromOrdinal(ordinal));

    [Fact]
    public void The_fourteen_grades_ascend()
    {
        var grades = Grade.All.ToList();
        Assert.Equal(Grade.Count, grades.Count);
        Assert.All(grades.Zip(grades.Skip(1)), pair =>
        {
            Assert.True(pair.First < pair.Second && pair.First <= pair.Second);
            Assert.True(pair.Second > pair.First && pair.Second >= pair.First);
            Assert.True(pair.First.CompareTo(pair.Second) < 0);
        });
        Assert.Equal(Grade.Twelve, grades[^1]);
    }

    [Theory]
    [InlineData("math", Subject.Math, "Math")]
    [InlineData("ela", Subject.Ela, "ELA")]
    [InlineData("science", Subject.Science, "Science")]
    [InlineData("social", Subject.SocialStudies, "Social Studies")]
    public void A_subject_has_a_key_and_a_title(string key, Subject subject, string title)
    {
        Assert.Equal(subject, Subjects.Parse(key));
        Assert.Equal(key, subject.Key());
        Assert.Equal(title, subject.Title());
    }

    [Theory]
    [InlineData("")]
    [InlineData("Math")]
    [InlineData("social studies")]
    public void What_is_no_subject_is_refused_by_name(string key) =>
        Assert.Contains(
            $"'{key}'", Assert.Throws<FormatException>(() => Subjects.Parse(key)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_number_that_is_no_subject_has_no_key_and_no_title()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ((Subject)4).Key());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((Subject)4).Title());
    }
}
