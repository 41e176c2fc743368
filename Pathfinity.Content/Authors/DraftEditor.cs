using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Pathfinity.Content.Checks;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Content;

/// <summary>One content item that a language model is asked for.</summary>
/// <param name="Number">From 0, among those of its skill and container.</param>
/// <param name="Work">Null for a lesson.</param>
/// <param name="Dice">Of the skill.</param>
internal sealed record DraftOrder(
    Skill Skill, Container Container, int Number, int Questions, WorkContext? Work, ulong Seed, Dice Dice);

/// <summary>Makes an item of what a language model wrote: reads, assembles, has it solved, checks.</summary>
internal sealed class DraftEditor
{
    private const int ShownMax = 300; // characters of an unreadable answer that a rejection shows
    private readonly DraftOrder order;
    private readonly CurriculumSet curriculum;
    private readonly ContentLibrary library;
    private readonly ChatAuthorOptions options;
    private readonly string id;
    private readonly string model;
    private readonly List<Rejection> rejections = [];
    private ImmutableArray<Question> questions = [];

    public DraftEditor(DraftOrder order, CurriculumSet curriculum, ContentLibrary library, ChatAuthorOptions options)
    {
        (this.order, this.curriculum, this.library, this.options) = (order, curriculum, library, options);
        id = string.Create(CultureInfo.InvariantCulture, $"{order.Skill.Id}/{order.Container.Key()}/{options.Name}-{order.Number + 1}");
        model = $"{options.Name}.{Prompt.Write.Name}";
    }

    public IReadOnlyList<Rejection> Rejections => rejections;

    public bool IsWritten { get; private set; }

    public bool IsSolved { get; private set; }

    public ChatAsk AskWrite(int attempt) => new(
        Prompt.Write, options.Model, id, order.Skill.Id, $"{Prompt.Write.Text}\n{ForGrade()}", ForItem(), attempt);

    public ChatAsk AskSolve(int attempt) => BlindSolver.Ask(questions, options.Model, id, order.Skill.Id, attempt);

    /// <summary>What a request may cost with what has to follow it: a draft that nobody solves would be wasted.</summary>
    public long Most(ChatAsk ask, bool batch)
    {
        var own = options.Price.MostOf(ask, batch);
        if (ask.Prompt != Prompt.Write)
        {
            return own;
        }
        var solve = BlindSolver.Ask([], options.Model, id, order.Skill.Id, 1);
        var written = new ChatUsage(0, ChatAsk.OutputMax, solve.InputMax + (4 * ChatAsk.OutputMax), 0); // a token is hardly four bytes
        return own + options.Price.MicrosOf(written, batch);
    }

    public void TakeWritten(ChatAnswer answer)
    {
        try
        {
            if (answer.Fault is { } fault)
            {
                throw new FormatException(fault);
            }
            var written = DraftReader.Questions(answer.Text);
            questions = [.. written.Select(Assembled).OfType<Question>().DistinctBy(own => own.Stem)
                .Take(order.Questions).Select((own, i) => own with { Id = string.Create(CultureInfo.InvariantCulture, $"{id}/{i + 1}") })];
            IsWritten = questions.Length > 0;
        }
        catch (FormatException e)
        {
            Reject("schema", e.Message, answer.Text);
        }
    }

    public void TakeSolved(ChatAnswer answer)
    {
        try
        {
            if (answer.Fault is { } fault)
            {
                throw new FormatException(fault);
            }
            var solved = DraftReader.Answers(answer.Text);
            questions = [.. questions.Select((own, i) => BlindSolver.Proven(own, solved.GetValueOrDefault(i + 1), answer.Model))];
            IsSolved = true;
        }
        catch (FormatException e)
        {
            Reject("solver", e.Message, answer.Text);
            questions = [.. questions.Select(own => BlindSolver.Proven(own, null, answer.Model))]; // stands if no answer is better
        }
    }

    /// <summary>The item with those of its questions that passed; null where none did, or where nobody solved them.</summary>
    public ContentItem? Item(List<Shortage> shortages)
    {
        ImmutableArray<Question> passed = [.. questions.Where(own => own.Proof.Method == "blind").Select(Checked).OfType<Question>()];
        if (passed.IsEmpty)
        {
            shortages.Add(new Shortage(order.Skill.Id, id, "no draft passed the checks; see the rejections"));
            return null;
        }
        return order.Work is null
            ? ItemFrames.Learn(id, order.Skill, library.TeachingOrNone(order.Skill.Id)!, Examples(), passed, order.Dice.Fork(id))
            : ItemFrames.AtWork(id, order.Container, order.Skill, order.Work, passed, order.Dice.Fork(id));
    }

    /// <summary>
    /// In review when everything holds; a draft when all but the proof does: whoever solved it and its key disagree.
    /// </summary>
    private Question? Checked(Question question)
    {
        var own = question with { Author = options.Name, Status = Status.InReview };
        var fault = QuestionChecks.FirstFault(own, order.Skill, library);
        if (fault is { Check: "proof" })
        {
            own = own with { Status = Status.Draft };
            fault = QuestionChecks.FirstFaultBut("proof", own, order.Skill, library);
        }
        if (fault is null)
        {
            return own;
        }
        Reject(fault.Check, fault.Reason, question.Stem);
        return null;
    }

    private Question? Assembled(WrittenQuestion written, int number)
    {
        var dice = order.Dice.Fork(id).Fork(number);
        var stem = new Phrase(written.Stem.Length, 0);
        stem.AppendLiteral(written.Stem);
        var draft = new Draft
        {
            Kind = written.Kind, Stem = stem, Key = written.Answer, Demand = written.Demand, Hint = written.Hint,
            Rationale = written.Rationale, Proof = new Proof("unsolved", "{}"),
        };
        foreach (var wrong in written.Wrong)
        {
            if (library.BugOrNone(wrong.Bug!) is null)
            {
                Reject("bug", $"'{wrong.Bug}' is no listed bug", written.Stem);
                return null;
            }
            draft.Wrong(wrong.Bug!, wrong.Given[0], wrong.Reason);
        }
        var binding = new Binding(model, new DraftedModel(model), written.Facet, new Params(model, ImmutableDictionary<string, ImmutableArray<string>>.Empty), 1);
        var commission = new Commission(order.Skill, written.Facet, binding.Params, order.Work, library, dice.Roll());
        if (Assembler.Lay(draft, commission, binding, order.Container, library, new CueBalance(), dice) is not { } sheet)
        {
            Reject("schema", $"{order.Container} shows options, and this {draft.Kind.Key()} draft has {draft.Wrongs.Count} wrong answers", written.Stem);
            return null;
        }
        return Assembler.Assemble(sheet, commission, binding, order.Container, library);
    }

    /// <summary>Worked examples of the item models: proven, and other ones than their own lessons show.</summary>
    private ImmutableArray<Question> Examples() => new SkillAuthor(
        order.Skill, curriculum, library, new Volume(1, 3, 0, 0, 0, 0), Dice.Of(order.Seed).Fork(id)).Write()
        .Items.Take(1).SelectMany(item => item.Questions).ToImmutableArray();

    private void Reject(string check, string reason, string text) => rejections.Add(new Rejection(
        order.Skill.Id, model, check, Shown(reason), Shown(text)));

    private static string Shown(string text)
    {
        var plain = string.Concat(text.EnumerateRunes().Take(ShownMax).Select(rune => rune.Value < ' ' ? " " : rune.ToString()));
        return plain.Length < text.Length ? $"{plain}..." : plain;
    }

    /// <summary>What all requests of a subject and grade share, in a fixed order.</summary>
    private string ForGrade()
    {
        var limits = GradeEnvelope.For(order.Skill.Grade);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"\nGrade {order.Skill.Grade}, subject {order.Skill.Subject.Key()}. A sentence has at most "
            + $"{Math.Min(limits.SentenceWords, 10 + (2 * order.Skill.Grade.Ordinal))} words, a stem at most {limits.StemWords}, a word at most {limits.WordLetters} letters.");
        if (limits.NumberMax > 0 && order.Skill.Subject is Subject.Math)
        {
            text.Append(CultureInfo.InvariantCulture, $" No number is above {limits.NumberMax}.");
        }
        text.Append("\n\nMisconceptions, each with its id and what a student who holds it does:\n");
        foreach (var bug in library.Bugs.Where(own => own.Subject == order.Skill.Subject && own.Onset <= order.Skill.Grade))
        {
            text.Append(CultureInfo.InvariantCulture, $"- {bug.Id}: {bug.Does}\n");
        }
        return text.ToString();
    }

    private string ForItem()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Skill: {order.Skill.Name}. {order.Skill.Description}\nFacets: {string.Join("; ", order.Skill.Facets)}\n");
        if (order.Work is { } work)
        {
            text.Append(CultureInfo.InvariantCulture, $"The student is {Words.A(work.Roles[0])} at {work.Setting}. Things there: "
                + $"{string.Join("; ", work.Objects.Select(Thing))}.\n");
            text.Append(CultureInfo.InvariantCulture, $"Papers: {string.Join("; ", work.Documents)}. What has to be decided: {string.Join("; ", work.Decisions)}.\n");
            text.Append("Without the work a quantity, a limit, a paper or a decision would be missing: use it so.\nOnly questions of kind choice, numeric or text.\n");
        }
        text.Append(CultureInfo.InvariantCulture, $"Write {order.Questions} {(order.Questions == 1 ? "question" : "questions")}. This is set {order.Number + 1} of the skill.");
        return text.ToString();
    }

    private static string Thing(WorkObject own) => string.Create(
        CultureInfo.InvariantCulture, $"{own.Plural} ({own.Low} to {own.High}{(own.Unit is null ? "" : $" {own.Unit}")})");

    private sealed class DraftedModel(string id) : ItemModel(id, Prompt.Write.Version)
    {
        public override Draft? Write(Commission c) => null;
    }
}
