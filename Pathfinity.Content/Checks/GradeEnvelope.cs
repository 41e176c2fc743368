using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Checks;

/// <summary>A question keeps within its grade: length of sentences, stem and words, size of numbers, signs.</summary>
internal sealed class EnvelopeCheck() : Check("envelope")
{
    public override string? Fault(Question question, Skill skill, ContentLibrary library)
    {
        var limits = GradeEnvelope.For(skill.Grade);
        var (longest, words) = Reading.Sentences(question.Stem);
        if (longest > limits.SentenceWords)
        {
            return $"a sentence of {longest} words; grade {skill.Grade} reads at most {limits.SentenceWords}";
        }
        if (words > limits.StemWords)
        {
            return $"a stem of {words} words; grade {skill.Grade} reads at most {limits.StemWords}";
        }
        if (Reading.LongestWord(question.Stem) is { Length: var letters } word && letters > limits.WordLetters)
        {
            return $"'{word.ToString()}' has more than {limits.WordLetters} letters";
        }
        return skill.Subject is Subject.Math ? Mathematics(question, skill.Grade, limits) : null;
    }

    private static string? Mathematics(Question question, Grade grade, GradeLimits limits)
    {
        var early = question.Stem.AsSpan().IndexOfAny(limits.SignsTooEarly) is >= 0 and var at ? question.Stem[at] : '\0';
        for (var i = 0; early == '\0' && i < question.Choices.Length; i++)
        {
            early = question.Choices[i].AsSpan().IndexOfAny(limits.SignsTooEarly) is >= 0 and var place ? question.Choices[i][place] : '\0';
        }
        return early != '\0' ? $"'{early}' in grade {grade}"
            : limits.NumberMax > 0 && Reading.LargestNumber(question.Stem) is var number && number > limits.NumberMax
            ? string.Create(CultureInfo.InvariantCulture, $"{number} is beyond the {limits.NumberMax} of grade {grade}")
            : null;
    }
}

/// <summary>What a question of a grade may contain at most.</summary>
/// <param name="NumberMax">0 for no limit.</param>
/// <param name="SignsTooEarly">Mathematical signs that only later grades meet.</param>
internal sealed record GradeLimits(
    int SentenceWords, int StemWords, int WordLetters, long NumberMax, SearchValues<char> SignsTooEarly);

/// <summary>The limits of every grade, read from Checks/Data/envelope.txt.</summary>
internal static class GradeEnvelope
{
    private static readonly ImmutableArray<GradeLimits> Limits = Read();

    public static GradeLimits For(Grade grade) => Limits[grade.Ordinal];

    private static ImmutableArray<GradeLimits> Read()
    {
        var rows = CheckData.Rows("envelope.txt").ToArray();
        var signs = rows.Select(row => row[5].Where(c => c != ' ' && !char.IsAsciiDigit(c)).ToArray()).ToArray();
        return
        [
            .. rows.Select((row, i) => Grade.Parse(row[0]).Ordinal == i
                ? new GradeLimits(
                    Number(row[1]), Number(row[2]), Number(row[3]), Number(row[4]),
                    SearchValues.Create([.. signs.Skip(i + 1).SelectMany(later => later).Where(c => c is not ('.' or '/' or '$'))]))
                : throw new ContentException($"envelope.txt: the grades are not in order at {row[0]}.")),
        ];
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
