using System.Collections.Immutable;
using Pathfinity.Content.Checks;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Tests;

/// <summary>One question of every item model, damaged: the checks must notice each damage.</summary>
public class MutationTests
{
    private static readonly ImmutableArray<Question> OfEachModel =
        [.. Samples.Catalogue.Questions.GroupBy(q => (q.Model, q.Kind)).Select(group => group.First())];

    [Fact]
    public void Untouched_questions_pass() => Assert.All(OfEachModel, q => Assert.Null(Fault(q)));

    [Fact]
    public void A_wrong_key_is_noticed_in_every_model() => Assert.All(OfEachModel, q =>
        Assert.NotNull(Fault(q with { Responses = q.Responses.SetItem(0, q.Responses[1]).SetItem(1, q.Responses[0]) })));

    [Fact]
    public void A_distractor_that_repeats_the_key_is_noticed_in_every_model() => Assert.All(OfEachModel, q =>
        Assert.NotNull(Fault(q with { Responses = q.Responses.SetItem(1, q.Responses[1] with { Given = q.Key.Given }) })));

    [Fact]
    public void A_distractor_of_no_named_bug_is_noticed_in_every_model() => Assert.All(OfEachModel, q =>
        Assert.NotNull(Fault(q with { Responses = q.Responses.SetItem(1, q.Responses[1] with { Bug = "math.no-such-bug" }) })));

    [Fact]
    public void A_lost_proof_is_noticed_in_every_model() => Assert.All(OfEachModel, q =>
        Assert.NotNull(Fault(q with { Proof = q.Proof with { Data = "{}" } })));

    [Fact]
    public void Markup_in_a_stem_is_noticed() => Assert.All(OfEachModel, q =>
        Assert.NotNull(Fault(q with { Stem = q.Stem + " <script>alert(1)</script>" })));

    private static Finding? Fault(Question question) =>
        QuestionChecks.FirstFault(question, CurriculumLoader.Default.Skill(question.Skill), ContentLibrary.Default);
}
