using System.Buffers;
using System.Text.RegularExpressions;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Checks;

/// <summary>Every field that the question's kind needs is there and within bounds.</summary>
internal sealed class SchemaCheck() : Check("schema")
{
    private const int StemMax = 2000;
    private const int OptionsMax = 8;

    public override string? Fault(Question question, Skill skill, ContentLibrary library)
    {
        if (string.IsNullOrWhiteSpace(question.Stem) || question.Stem.Length > StemMax)
        {
            return $"the stem has {question.Stem.Length} characters";
        }
        if (string.IsNullOrWhiteSpace(question.Hint) || string.IsNullOrWhiteSpace(question.Rationale))
        {
            return "hint or rationale is missing";
        }
        if (question.Responses.Length < 2)
        {
            return "no wrong response is known";
        }
        var shows = question.Kind is not (QuestionKind.Numeric or QuestionKind.Text);
        if (shows && question.Choices.Length is < 2 or > OptionsMax)
        {
            return $"{question.Choices.Length} options are shown";
        }
        return question.Kind is QuestionKind.Match && question.Prompts.Length != question.Key.Given.Length
            ? "a match needs one right answer for each prompt"
            : null;
    }
}

/// <summary>Options differ from each other, every response can be given, and none is given twice.</summary>
internal sealed class OptionsCheck() : Check("options")
{
    public override string? Fault(Question question, Skill skill, ContentLibrary library)
    {
        if (question.Kind is not QuestionKind.Text && Alike(question.Choices.AsSpan(), StringComparison.OrdinalIgnoreCase))
        {
            return "two options read alike";
        }
        if (question.Choices.Length > 0)
        {
            foreach (var response in question.Responses)
            {
                foreach (var text in response.Given)
                {
                    if (!question.Choices.Contains(text))
                    {
                        return $"the response '{text}' is not among the options";
                    }
                }
            }
        }
        return Alike([.. question.Responses.Select(r => Given(question.Kind, r))], StringComparison.Ordinal)
            ? "two bugs agree, or one gives the key"
            : null;
    }

    private static bool Alike(ReadOnlySpan<string> texts, StringComparison comparison)
    {
        for (var i = 1; i < texts.Length; i++)
        {
            foreach (var earlier in texts[..i])
            {
                if (string.Equals(earlier, texts[i], comparison))
                {
                    return true;
                }
            }
        }
        return false;
    }

    private static string Given(QuestionKind kind, Response response) => response.Given.Length == 1 ? response.Given[0]
        : string.Join('\n', kind is QuestionKind.Multi ? [.. response.Given.Order(StringComparer.Ordinal)] : response.Given.ToArray());
}

/// <summary>Text without markup, control characters, doubled blanks or sentences that end twice.</summary>
internal sealed partial class WordingCheck() : Check("wording")
{
    private static readonly SearchValues<char> Controls =
        SearchValues.Create([.. Enumerable.Range(0, 160).Select(i => (char)i).Where(c => char.IsControl(c) && c != '\n')]);

    private static readonly SearchValues<string> Running = SearchValues.Create(["javascript"], StringComparison.OrdinalIgnoreCase);

    public override string? Fault(Question question, Skill skill, ContentLibrary library)
    {
        if ((Fault(question.Stem) ?? Fault(question.Hint) ?? Fault(question.Rationale)) is { } fault)
        {
            return fault;
        }
        foreach (var choice in question.Choices)
        {
            if (Fault(choice) is { } own)
            {
                return own;
            }
        }
        return question.Stem[^1] is '.' or '?' or '!' or ')' or '”' || question.Stem.Contains('?') || question.Stem.Contains("___")
            || question.Stem.Contains(": ") || question.Stem.Contains('=') || question.Stem.Contains('\n')
            ? null
            : $"the stem '{question.Stem}' does not end a sentence";
    }

    private static string? Fault(string text) =>
        text.Contains("  ", StringComparison.Ordinal) || (text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])))
            ? $"stray blanks in '{text}'"
        : text.Contains("..", StringComparison.Ordinal) && !text.Contains("...", StringComparison.Ordinal)
            ? $"a sentence of '{text}' ends twice"
        : text.AsSpan().ContainsAny(Controls) || (MayBeMarkup(text) && Markup().IsMatch(text)) || text.Contains("{}", StringComparison.Ordinal)
            ? $"markup or a control character in '{text}'"
        : null;

    /// <summary>All that <see cref="Markup"/> knows begins with one of these.</summary>
    private static bool MayBeMarkup(string text) => text.Contains('<') || text.AsSpan().ContainsAny(Running);

    /// <summary>Tags, closing tags, comments and addresses that run; "x &lt; 5" is none.</summary>
    [GeneratedRegex(@"</|<!|<\?|<[abiup]>|<a\s+href|<(script|img|iframe|svg|br|div|span|style|object|embed|link|meta|form|input|body|html|video|audio)\b[^<]*>|javascript:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Markup();
}

/// <summary>The question belongs to a facet of its skill.</summary>
internal sealed class AlignmentCheck() : Check("alignment")
{
    public override string? Fault(Question question, Skill skill, ContentLibrary library) =>
        !skill.Facets.Contains(question.Facet) ? $"'{question.Facet}' is no facet of {skill.Id}"
        : question.Container is not Container.Learn && question.Context is null ? "no work context"
        : null;
}
