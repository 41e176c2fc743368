using System.Text.Json;
using Pathfinity.Content.Ela;
using Pathfinity.Content.Proofs;

namespace Pathfinity.Content.Tests;

public class ElaReadingTests
{
    private const string Well = """
        @well // a report // 3-5
        let day: Monday|Friday // When was it? // the day
        [dig] tells how it began // 2 // dry // They dug on {day}.
        > On {day} they dug.
        [dry] gives the cause // 1 // - // The well was dry.
        > The well was dry.
        tell: dry dig
        """;

    [Fact]
    public void A_plan_is_read_with_its_facts_moves_and_tellings()
    {
        var plan = Assert.Single(Plans.Parse(Well));
        Assert.Equal(["Monday", "Friday"], plan.Fact("day").Pool.ToArray());
        Assert.Equal(["dry", "dig"], plan.Tellings[0].Select(s => s.Move));
        Assert.Equal(["dry"], plan.Causes(plan.Move("dig")).Select(m => m.Name));
    }

    [Fact]
    public void A_telling_of_a_move_that_is_not_there_is_refused() =>
        Assert.Throws<ContentException>(() => Plans.Parse(Well.Replace("tell: dry dig", "tell: dry fill")).ToList());

    [Fact]
    public void Every_kind_of_text_is_told_in_three_ways() => Assert.All(Plans.All, plan =>
    {
        Assert.Equal(3, plan.Tellings.Length);
        Assert.Equal(3, plan.Tellings.Select(t => string.Join(' ', t)).Distinct().Count());
        Assert.All(plan.Moves, move => Assert.Equal(3, move.Forms.Distinct().Count()));
    });

    [Fact]
    public void There_are_twelve_kinds_of_passages_or_more() =>
        Assert.True(Plans.All.Select(p => p.Genre).Distinct().Count() >= 12);

    [Theory]
    [InlineData("fact", "day", "Friday", true)]
    [InlineData("fact", "day", "Monday", false)]
    [InlineData("true", "", "They dug on Friday.", true)]
    [InlineData("true", "", "They dug on Monday.", false)]
    [InlineData("sentence", "dig", "On Friday they dug.", true)]
    [InlineData("cause", "dig", "The well was dry.", true)]
    [InlineData("effect", "dry", "They dug on Friday.", true)]
    [InlineData("first", "", "They dug on Friday.", false)]
    [InlineData("with role", "gives the cause", "The well was dry.", true)]
    public void A_passage_is_read_back_into_its_plan(string ask, string of, string answer, bool right) =>
        Assert.Equal(right, Accepts(new PlanProver(), new { texts = new[] { Grammar("The well was dry. On Friday they dug.") }, ask, of }, answer));

    [Fact]
    public void A_passage_that_the_plan_cannot_read_proves_nothing() => Assert.Throws<ProofException>(() =>
        Accepts(new PlanProver(), new { texts = new[] { Grammar("The well was dry. On Sunday they dug.") }, ask = "fact", of = "day" }, "Sunday"));

    [Fact]
    public void A_quotation_that_the_text_does_not_have_proves_nothing() => Assert.Throws<ProofException>(() =>
        Accepts(new CitedProver(), new { text = "It rained.", quotes = new { sad = "It snowed." }, wanted = "sad" }, "sad"));

    [Fact]
    public void A_file_that_quotes_what_its_text_does_not_say_is_refused() => Assert.Throws<ContentException>(() =>
        OriginalTexts.Parse("@a // story // 3-5 // A\n> It rained.\n? theme // - // b // c ; d ; e // It snowed.").ToList());

    [Theory]
    [InlineData("night sound light ground", "ABAB", true)]
    [InlineData("night sound light ground", "AABB", false)]
    public void Line_ends_are_sounded_out(string ends, string scheme, bool right) =>
        Assert.Equal(right, Accepts(new VerseProver(), new { ends = ends.Split(' ') }, scheme));

    [Fact]
    public void Every_text_has_five_questions_or_more() => Assert.All(OriginalTexts.All, text => Assert.True(text.Questions.Length >= 5, text.Key));

    private static object Grammar(string text) => new
    {
        text,
        moves = new[]
        {
            new { name = "dig", role = "tells how it began", time = 2, because = "dry", says = "They dug on <day>.", form = "On <day> they dug." },
            new { name = "dry", role = "gives the cause", time = 1, because = "", says = "The well was dry.", form = "The well was dry." },
        },
        shown = new { },
        facts = new { day = new[] { "Monday", "Friday" } },
    };

    private static bool Accepts(Prover prover, object data, string answer)
    {
        using var json = JsonDocument.Parse(JsonSerializer.Serialize(data));
        return prover.Accepts(json.RootElement, new Candidate([answer], []), ContentLibrary.Default);
    }
}
