using System.Collections.Immutable;
using Pathfinity.Content.Checks;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Content;

/// <summary>Authors the items of one skill. Item models take turns, so that every facet and model has its share.</summary>
internal sealed class SkillAuthor
{
    private const int TriesMax = 60; // draws of one binding for one question; a guard rarely refuses most of them
    private readonly Skill skill;
    private readonly ContentLibrary library;
    private readonly Volume volume;
    private readonly Dice dice;
    private readonly Teaching teaching;
    private readonly ImmutableArray<WorkContext> contexts;
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> sequences = new(StringComparer.Ordinal);
    private readonly Dictionary<Binding, int> written = [];
    private readonly HashSet<string> exhausted = new(StringComparer.Ordinal);
    private readonly List<Rejection> rejections = [];
    private readonly List<Shortage> shortages = [];
    private int turn;

    public SkillAuthor(Skill skill, CurriculumSet curriculum, ContentLibrary library, Volume volume, Dice root)
    {
        (this.skill, this.library, this.volume) = (skill, library, volume);
        dice = root.Fork(skill.Id);
        teaching = library.TeachingOrNone(skill.Id)!;
        contexts = [.. dice.Fork("contexts").Shuffle([.. curriculum.WorkContexts.Where(c => c.MinGrade <= skill.Grade)])];
    }

    public SkillContent Write()
    {
        var items = new List<ContentItem?>();
        for (var i = 0; i < volume.Learn; i++)
        {
            items.Add(Learn(i));
        }
        var at = 0;
        for (var i = 0; i < volume.Experience; i++)
        {
            items.Add(AtWork(Container.Experience, i, volume.ExperienceQuestions, ref at));
        }
        for (var i = 0; i < volume.Discover; i++)
        {
            items.Add(AtWork(Container.Discover, i, 1, ref at));
        }
        return new SkillContent([.. items.OfType<ContentItem>()], [.. rejections], [.. shortages]);
    }

    private ContentItem? Learn(int number)
    {
        var id = $"{skill.Id}/learn/{number + 1}";
        var examples = Fill(volume.Examples, Container.Learn, null, example: true);
        var questions = Fill(volume.LearnQuestions, Container.Learn, null);
        if (questions.Count < volume.LearnQuestions)
        {
            shortages.Add(new Shortage(skill.Id, id, $"{questions.Count} of {volume.LearnQuestions} questions"));
            return null;
        }
        return ItemFrames.Learn(id, skill, teaching, examples, questions, dice.Fork(id));
    }

    private ContentItem? AtWork(Container container, int number, int count, ref int at)
    {
        var id = $"{skill.Id}/{container.Key()}/{number + 1}";
        for (var tries = 0; tries < contexts.Length; tries++)
        {
            var context = contexts[at++ % contexts.Length];
            var questions = Fill(count, container, context);
            if (questions.Count == count)
            {
                return ItemFrames.AtWork(id, container, skill, context, questions, dice.Fork(id));
            }
            foreach (var question in questions)
            {
                seen.Remove(Content(question)); // left unused: another item may ask it
            }
        }
        shortages.Add(new Shortage(skill.Id, id, "no work context fits its item models"));
        return null;
    }

    private List<Question> Fill(int count, Container container, WorkContext? context, bool example = false)
    {
        var bindings = teaching.Bindings.Where(b => context is null || b.Model.WorksAt(context)).ToList();
        var questions = new List<Question>();
        for (var misses = 0; questions.Count < count && misses < bindings.Count;)
        {
            var binding = bindings[turn++ % bindings.Count];
            var question = Next(binding, container, context);
            if (question is null)
            {
                misses++;
                continue;
            }
            misses = 0;
            questions.Add(question);
            if (!example)
            {
                written[binding] = written.GetValueOrDefault(binding) + 1;
            }
        }
        return questions;
    }

    private Question? Next(Binding binding, Container container, WorkContext? context)
    {
        if (written.GetValueOrDefault(binding) >= binding.Capacity)
        {
            return null;
        }
        var place = $"{binding.Key}/{context?.Key ?? "plain"}";
        if (exhausted.Contains(place))
        {
            return null;
        }
        for (var tries = 0; tries < TriesMax; tries++)
        {
            var sequence = sequences[place] = sequences.GetValueOrDefault(place) + 1;
            var die = dice.Fork(place).Fork(sequence);
            var commission = new Commission(skill, binding.Facet, binding.Params, context, library, die.Fork("model").Roll());
            if (binding.Model.Write(commission) is not { } draft || (context is not null && commission.Uses == WorkUse.None))
            {
                continue;
            }
            var fault = Assembler.Assemble(draft, commission, binding, container, library, die, out var question);
            if (fault is not null)
            {
                continue; // too few wrong answers for the options that the container shows
            }
            question = question! with { Id = $"{skill.Id}/{place}/{sequence}" };
            if (seen.Contains(Content(question)))
            {
                continue;
            }
            if (QuestionChecks.FirstFault(question, skill, library) is { } finding)
            {
                rejections.Add(new Rejection(skill.Id, binding.Model.Id, finding.Check, finding.Reason, question.Stem));
                continue;
            }
            seen.Add(Content(question));
            return question;
        }
        exhausted.Add(place); // the next draws would hardly fare better
        return null;
    }

    private static string Content(Question question) =>
        string.Join('\n', [question.Stem, question.Figure?.Alt ?? "", .. question.Choices.Order(StringComparer.Ordinal), question.Key.Given[0]]);
}
