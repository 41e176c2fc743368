using System.Globalization;
using System.Text.RegularExpressions;
using Pathfinity.Content.Checks;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Tests;

public partial class FigureDataTests
{
    [Theory]
    [InlineData("math.count-picture")]
    [InlineData("math.count-shapes")]
    [InlineData("math.coins")]
    public void A_mark_that_is_missing_from_a_drawing_is_found(string model)
    {
        var question = Some(model, q => Marks().Count(q.Figure!.Svg) > 3);
        Assert.Null(Fault(question));
        Assert.NotNull(Fault(Drawn(question, Marks().Replace(question.Figure!.Svg, "", 1))));
    }

    [Fact]
    public void A_bar_of_another_height_is_found()
    {
        var question = Some("math.bar-chart", q => q.Proof.Method == "tally");
        Assert.NotNull(Fault(Drawn(question, Height().Replace(question.Figure!.Svg, found =>
            found.Groups[1].Value + (double.Parse(found.Groups[2].Value, CultureInfo.InvariantCulture) / 2).ToString(CultureInfo.InvariantCulture) + '"', 1))));
    }

    [Theory]
    [InlineData("math.linear-table")]
    [InlineData("math.matrix-total")]
    public void A_cell_that_is_not_what_is_read_out_is_found(string model)
    {
        var question = Some(model, _ => true);
        Assert.Null(Fault(question));
        Assert.NotNull(Fault(Drawn(question, Cell().Replace(question.Figure!.Svg, ">7654321</text>", 1))));
    }

    [Theory]
    [InlineData("math.count-picture", "Blue dots in rows of five: dot dot dot dot dot dot dot dot dot dot dot dot dot.")]
    [InlineData("math.bar-chart", "A bar chart. cats: 91, dogs: 92, birds: 93, fish: 94.")]
    public void A_text_alternative_of_other_numbers_is_found(string model, string alt)
    {
        var question = Some(model, q => q.Proof.Method == "tally" && Marks().Count(q.Figure!.Svg) is > 2 and < 13);
        Assert.NotNull(Fault(question with { Figure = question.Figure! with { Alt = model == "math.count-picture" ? alt[..32] + "." : alt } }));
    }

    [Theory]
    [InlineData("math.clock", "points to minute")]
    [InlineData("math.angle-kind", "open by")]
    [InlineData("math.fraction-line", "steps from 0")]
    [InlineData("math.dot-plot-read", "Dots above")]
    [InlineData("math.grid-distance", "point A at")]
    public void A_shape_that_is_drawn_elsewhere_than_it_is_read_out_is_found(string model, string said)
    {
        var question = Some(model, q => q.Figure!.Alt.Contains(said));
        Assert.Null(ShapeFault(question));
        Assert.NotNull(ShapeFault(Drawn(question, LastPlace().Replace(question.Figure!.Svg, found =>
            $"{found.Groups[1].Value}\"{double.Parse(found.Groups[2].Value, CultureInfo.InvariantCulture) + 12}\""))));
    }

    [Fact]
    public void Every_clock_angle_line_grid_and_dot_plot_shows_what_is_read_out() => Assert.All(
        Samples.Catalogue.Questions.Where(q => q.Figure is not null), q => Assert.Null(ShapeFault(q)));

    private static Question Some(string model, Func<Question, bool> fits) =>
        Samples.Catalogue.Questions.First(q => q.Model == model && q.Figure is not null && fits(q));

    private static Question Drawn(Question question, string svg) => question with { Figure = question.Figure! with { Svg = svg } };

    private static string? Fault(Question question) =>
        new FigureDataCheck().Fault(question, CurriculumLoader.Default.Skill(question.Skill), ContentLibrary.Default);

    private static string? ShapeFault(Question question) =>
        new FigureShapeCheck().Fault(question, CurriculumLoader.Default.Skill(question.Skill), ContentLibrary.Default);

    /// <summary>The end of the last line, or the center of the last dot.</summary>
    [GeneratedRegex("( (?:x2|cx)=)\"([0-9.]+)\"(?!.* (?:x2|cx)=)")]
    private static partial Regex LastPlace();

    [GeneratedRegex("<[a-z]+ data-mark=[^>]*/>")]
    private static partial Regex Marks();

    [GeneratedRegex("(data-mark=[^>]*height=\")([0-9.]+)\"")]
    private static partial Regex Height();

    [GeneratedRegex(">[0-9]+</text>")]
    private static partial Regex Cell();
}
