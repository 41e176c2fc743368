using Pathfinity.Content.Checks;
using Pathfinity.Curriculum;
using Xunit.Abstractions;

namespace Pathfinity.Content.Tests;

/// <summary>Of every item model, questions whose proof rests on something that is not so: the proof must notice.</summary>
public class FactMutationTests(ITestOutputHelper output)
{
    private const int OfEach = 3; // questions of a model and kind

    private static readonly ILookup<string, Question> ByModel = Samples.Catalogue.Questions
        .GroupBy(q => (q.Model, q.Kind)).SelectMany(own => own.Take(OfEach)).ToLookup(q => q.Model);

    [Fact]
    public void Every_item_model_that_a_skill_is_taught_with_is_among_those_whose_facts_are_changed() => Assert.All(
        ContentLibrary.Default.TaughtSkills.SelectMany(skill => ContentLibrary.Default.TeachingOrNone(skill)!.Bindings).Select(own => own.Model.Id).Distinct(),
        model => Assert.True(ByModel.Contains(model), model));

    [Fact]
    public void An_untrue_fact_is_noticed_in_every_model()
    {
        var missed = new List<string>();
        foreach (var q in ByModel.SelectMany(own => own))
        {
            if (!ProofFacts.Changed(q.Proof).Any(untrue => IsNoticed(q with { Proof = untrue })))
            {
                missed.Add($"{q.Id}: no change is noticed in {q.Proof}");
            }
        }
        missed.ForEach(output.WriteLine);
        Assert.Empty(missed);
    }

    private static bool IsNoticed(Question question) =>
        QuestionChecks.FirstFault(question, CurriculumLoader.Default.Skill(question.Skill), ContentLibrary.Default) is not null;
}
