using System.Collections.Immutable;
using System.Globalization;
using Pathfinity.Content.Checks;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Content;

/// <summary>
/// Authors the items of one skill. Each place for a question has an item model whose turn it is and dice of its own, so
/// that what one model writes does not move what the others write, and a larger volume begins with the smaller one.
/// </summary>
internal sealed class SkillAuthor
{
    private const int TriesMax = 80; // draws of one binding for one question; a guard rarely refuses most of them
    private const int BalancedTries = 12; // of these; who needs more takes what it gets
    private const int PlacesMax = 100; // of one item: numbers of questions leave room for so many
    private const int ItemsMax = 1000; // of one container
    private readonly Skill skill;
    private readonly ContentLibrary library;
    private readonly Volume volume;
    private readonly Dice dice;
    private readonly Teaching teaching;
    private readonly ImmutableArray<WorkContext> contexts;
    private readonly Asked asked = new();
    private readonly Dictionary<string, string> shared = new(StringComparer.Ordinal);
    private readonly Dictionary<Binding, Turn> turns = new(ReferenceEqualityComparer.Instance); // each is there once: no need to compare what it says
    private readonly HashSet<string> exhausted = new(StringComparer.Ordinal);
    private readonly List<Rejection> rejections = [];
    private readonly List<Shortage> shortages = [];
    private readonly HashSet<(Container, string Context)> spent = [];
    private readonly int[] nextContext = new int[3]; // by container; Discover begins elsewhere than Experience

    public SkillAuthor(Skill skill, CurriculumSet curriculum, ContentLibrary library, Volume volume, Dice root)
    {
        (this.skill, this.library, this.volume) = (skill, library, volume);
        dice = root.Fork(skill.Id);
        teaching = library.TeachingOrNone(skill.Id)!;
        contexts = [.. dice.Fork("contexts").Shuffle([.. curriculum.WorkContexts.Where(c => c.MinGrade <= skill.Grade)])];
        nextContext[(int)Container.Discover] = contexts.Length / 2;
    }

    public SkillContent Write()
    {
        var (learn, experience, discover) = (new List<ContentItem>(), new List<ContentItem>(), new List<ContentItem>());
        var rounds = Math.Max(volume.Learn, Math.Max(volume.Experience, volume.Discover));
        for (var i = 0; i < rounds; i++)
        {
            Add(learn, i, volume.Learn, Learn);
            Add(experience, i, volume.Experience, n => AtWork(Container.Experience, n, volume.ExperienceQuestions));
            Add(discover, i, volume.Discover, n => AtWork(Container.Discover, n, 1));
        }
        return new SkillContent([.. learn, .. experience, .. discover], [.. rejections], [.. shortages]);
    }

    /// <summary>Writes an item; after one that could not be filled, no more of its container are tried.</summary>
    private static void Add(List<ContentItem> items, int number, int wanted, Func<int, ContentItem?> write)
    {
        if (number < wanted && items.Count == number && write(number) is { } item)
        {
            items.Add(item);
        }
    }

    private ContentItem? Learn(int number)
    {
        var id = $"{skill.Id}/learn/{number + 1}";
        var examples = Fill(volume.Examples, Container.Learn, number, null, example: true);
        var questions = Fill(volume.LearnQuestions, Container.Learn, number, null);
        if (questions.Count < volume.LearnQuestions)
        {
            shortages.Add(new Shortage(skill.Id, id, $"{questions.Count} of {volume.LearnQuestions} questions"));
            Return(questions);
            return null;
        }
        return ItemFrames.Learn(id, skill, teaching, examples, questions, dice.Fork(id));
    }

    private ContentItem? AtWork(Container container, int number, int count)
    {
        var id = $"{skill.Id}/{container.Key()}/{number + 1}";
        for (var tries = 0; tries < 2 * contexts.Length; tries++)
        {
            var context = contexts[nextContext[(int)container]++ % contexts.Length];
            if (tries < contexts.Length && spent.Contains((container, context.Key)))
            {
                continue; // the others first
            }
            var questions = Fill(count, container, number, context);
            if (questions.Count == count)
            {
                return ItemFrames.AtWork(id, container, skill, context, questions, dice.Fork(id));
            }
            spent.Add((container, context.Key)); // what it has left will hardly fill a later item
            Return(questions);
        }
        shortages.Add(new Shortage(skill.Id, id, "no work context fits its item models"));
        return null;
    }

    /// <summary>Left unused: another item may ask them.</summary>
    private void Return(List<Question> questions)
    {
        foreach (var question in questions)
        {
            asked.Remove(question);
        }
    }

    private List<Question> Fill(int count, Container container, int item, WorkContext? context, bool example = false)
    {
        var bindings = context is null
            ? teaching.Bindings
            : [.. teaching.Bindings.Where(binding => binding.Model.WorksAt(context, skill))];
        var questions = new List<Question>(count);
        for (var i = 0; i < count; i++)
        {
            var place = (((((int)container * ItemsMax) + item) * PlacesMax) + (example ? PlacesMax / 2 : 0)) + i;
            if (First(bindings, (item * count) + i, place, container, context, example) is not { } question)
            {
                return questions;
            }
            questions.Add(question);
        }
        return questions;
    }

    /// <summary>By the model whose turn it is, or by the next one that can.</summary>
    private Question? First(
        IReadOnlyList<Binding> bindings, int turn, int place, Container container, WorkContext? context, bool example)
    {
        for (var i = 0; i < bindings.Count; i++)
        {
            var binding = bindings[(turn + i) % bindings.Count];
            if (Next(binding, place, container, context) is { } question)
            {
                Of(binding).Written += example ? 0 : 1;
                return question;
            }
        }
        return null;
    }

    private Question? Next(Binding binding, int place, Container container, WorkContext? context)
    {
        var source = $"{binding.Key}/{context?.Key ?? "plain"}";
        if (Of(binding).Written >= binding.Capacity || exhausted.Contains(source))
        {
            return null;
        }
        var own = dice.Fork(source).Fork(place);
        for (var tries = 0; tries < TriesMax; tries++)
        {
            if (Try(binding, own.Fork(tries), container, context, balanced: tries < BalancedTries) is { } question)
            {
                return question with { Id = string.Create(CultureInfo.InvariantCulture, $"{skill.Id}/{source}/{place}") };
            }
        }
        exhausted.Add(source); // the next draws would hardly fare better
        return null;
    }

    /// <summary>One draw: a question that passes every check and was not asked before, or null.</summary>
    private Question? Try(Binding binding, Dice die, Container container, WorkContext? context, bool balanced)
    {
        var commission = new Commission(skill, binding.Facet, binding.Params, context, library, die.Fork("model").Roll());
        var balance = Of(binding).Balance;
        if (Write(binding, commission) is not { } draft || (context is not null && commission.Uses == WorkUse.None)
            || Assembler.Lay(draft, commission, binding, container, library, balance, die) is not { } sheet
            || (sheet.Kind is QuestionKind.Choice && balance.Tips(sheet.Stem, sheet.Choices, sheet.Key) && balanced))
        {
            return null; // a guard, too few wrong answers for the options that the container shows, or a cue that pays
        }
        var print = Asked.Print(sheet.Stem, draft.Figure, sheet.Choices, sheet.Key);
        if (asked.Has(print))
        {
            return null;
        }
        var question = Assembler.Assemble(sheet, commission, binding, container, library);
        if (QuestionChecks.FirstFault(question, skill, library) is { } finding)
        {
            rejections.Add(new Rejection(skill.Id, binding.Model.Id, finding.Check, finding.Reason, question.Stem));
            return null;
        }
        asked.Add(print);
        if (question.Kind is QuestionKind.Choice)
        {
            balance.Count(question);
        }
        return question with { Mask = Shared(question.Mask), Hint = Shared(question.Hint), Frame = Shared(question.Frame) };
    }

    /// <summary>Texts that many questions of a skill have alike are kept once.</summary>
    private string Shared(string text) => shared.TryGetValue(text, out var known) ? known : shared[text] = text;

    private Turn Of(Binding binding) => turns.TryGetValue(binding, out var turn) ? turn : turns[binding] = new Turn();

    /// <summary>A model that fails on some numbers loses that draw, not the catalogue.</summary>
    private Draft? Write(Binding binding, Commission commission)
    {
        try
        {
            return binding.Model.Write(commission);
        }
        catch (Exception e) when (e is ArithmeticException or ArgumentException or InvalidOperationException or IndexOutOfRangeException)
        {
            rejections.Add(new Rejection(skill.Id, binding.Model.Id, "model", $"the item model failed: {e.Message}", ""));
            return null;
        }
    }

    /// <summary>How far a binding has come.</summary>
    private sealed class Turn
    {
        /// <summary>Questions that were kept.</summary>
        public int Written { get; set; }

        public CueBalance Balance { get; } = new();
    }
}
