using System.CommandLine;
using System.Globalization;
using System.Text;
using Pathfinity.Content;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Cli.Commands;

/// <summary>
/// `content sample`: questions drawn at random as a student sees them, with key, wrong answers and what leads to them.
/// They are authored on the spot, the same that `content generate` stores; no database is needed.
/// </summary>
internal static class ContentSampleCommand
{
    private const int CountMax = 100_000;
    private const string Letters = "ABCDEFGHIJKLMNOP";

    public static Command Create(CommonOptions common, Terminal terminal)
    {
        var subject = Flag.Word("--subject", "Of one subject", [.. Enum.GetValues<Subject>().Select(s => s.Key())]);
        var grade = Flag.Word("--grade", "Of one grade", [.. Grade.All.Select(g => g.ToString())]);
        var count = Flag.Whole("--count", "How many (default 10)", 1, CountMax);
        var skill = new Option<string?>("--skill") { Description = "Of one skill", HelpName = "ID" };
        var model = new Option<string?>("--model") { Description = "Of one item model", HelpName = "ID" };
        var each = new Option<bool>("--each-model") { Description = "As many of each item model and band of grades" };
        var command = new Command("sample", "Show questions at random, as students see them, with their answers")
        {
            subject, grade, skill, model, count, each,
        };
        command.SetAction((parsed, ct) =>
        {
            var settings = common.Read(parsed, Environment.GetEnvironmentVariable);
            var curriculum = CurriculumLoader.Default;
            var asked = curriculum.Skills
                .Where(s => parsed.GetValue(subject) is not { } name || s.Subject.Key() == name)
                .Where(s => parsed.GetValue(grade) is not { } level || s.Grade == Grade.Parse(level))
                .Where(s => parsed.GetValue(skill) is not { } id || s.Id == id).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
            var seed = (ulong)(settings.Seed ?? 1);
            var catalogue = new CatalogueAuthor(curriculum, ContentLibrary.Default)
                .Write(CatalogueHouse.DefaultSeed, Volume.Full, settings.Threads, asked, cancellation: ct);
            var questions = catalogue.Questions.Where(q => parsed.GetValue(model) is not { } id || q.Model == id).ToArray();
            var shown = Drawn(questions, curriculum, parsed.GetValue(count) ?? 10, parsed.GetValue(each), Dice.Of(seed).Fork("sample"));
            foreach (var question in shown)
            {
                terminal.Result(Text(question, curriculum.Skill(question.Skill)));
            }
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static IEnumerable<Question> Drawn(Question[] questions, CurriculumSet curriculum, int count, bool each, Dice dice) => each
        ? questions.GroupBy(q => (q.Model, curriculum.Skill(q.Skill).Grade.Band)).OrderBy(group => group.Key.Model, StringComparer.Ordinal)
            .SelectMany(group => dice.Fork(group.Key.Model).Shuffle([.. group]).Take(count))
        : dice.Shuffle(questions).Take(count);

    private static string Text(Question q, Skill skill)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"--- grade {skill.Grade}, {skill.Name} ({q.Facet}; {q.Container.Key()}, {q.Demand.Key()})  {q.Id}");
        text.AppendLine(q.Stem);
        if (q.Figure is { } figure)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"   [figure] {figure.Alt}");
        }
        if (q.Prompts.Length > 0)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"   {string.Join("  |  ", q.Prompts)}");
        }
        for (var i = 0; i < q.Choices.Length; i++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"   {Letters[i]}) {q.Choices[i]}");
        }
        text.AppendLine(CultureInfo.InvariantCulture, $"   key: {Given(q.Key, q.Frame)}   hint: {q.Hint}   why: {q.Rationale}");
        foreach (var wrong in q.Responses.Skip(1))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"   wrong: {Given(wrong, q.Frame)}   {wrong.Bug}: {wrong.Reason}");
        }
        return text.ToString().TrimEnd();
    }

    private static string Given(Response response, string frame) => frame.Replace("{}", string.Join("  |  ", response.Given));
}
