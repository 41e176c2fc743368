using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Pathfinity.Content.Proofs;
using Pathfinity.Curriculum;

namespace Pathfinity.Content;

/// <summary>Has questions answered by somebody who sees no key; what comes back is their proof.</summary>
internal static class BlindSolver
{
    public static ChatAsk Ask(IReadOnlyList<Question> questions, string model, string item, string skill, int attempt)
    {
        var text = new StringBuilder();
        foreach (var (question, i) in questions.Select((question, i) => (question, i)))
        {
            text.Append(CultureInfo.InvariantCulture, $"Question {i + 1}\n{question.Stem}\n");
            foreach (var (choice, letter) in question.Choices.Select((choice, j) => (choice, Letter(j))))
            {
                text.Append(CultureInfo.InvariantCulture, $"{letter}. {choice}\n");
            }
            text.Append(question.Kind switch
            {
                QuestionKind.Choice => "Which one is right?\n\n",
                QuestionKind.Multi => "Which ones are right? All of them are asked for.\n\n",
                _ => "Answer with the number or the word.\n\n",
            });
        }
        return new ChatAsk(Prompt.Solve, model, item, skill, Prompt.Solve.Text, text.ToString().Trim(), attempt);
    }

    /// <summary>The question with the solver's answer as its proof; letters become the options that they stand for.</summary>
    public static Question Proven(Question question, BlindAnswer? answer, string model)
    {
        var (given, fault) = answer is null ? ([], "no answer was given") : (answer.Answer, answer.Fault);
        ImmutableArray<string> meant = question.Choices.IsEmpty ? given : [.. given.Select(letter => Option(question, letter))];
        return question with
        {
            Proof = new Proof("blind", Json.Of(new { answer = meant, fault, by = model, prompt = $"{Prompt.Solve.Name} {Prompt.Solve.Version}" })),
        };
    }

    private static string Letter(int i) => ((char)('A' + i)).ToString();

    /// <summary>An option by its letter, or by its own text where no letter was given.</summary>
    private static string Option(Question question, string given)
    {
        var letter = given.Trim().TrimEnd('.', ')');
        return letter.Length == 1 && char.ToUpperInvariant(letter[0]) - 'A' is var at && at >= 0 && at < question.Choices.Length
            ? question.Choices[at]
            : given;
    }
}

/// <summary>
/// Somebody who saw no key answered: right is what they answered, and nothing is where they found the question at fault.
/// </summary>
internal sealed class BlindProver() : Prover("blind")
{
    public override bool Accepts(JsonElement data, Candidate candidate, ContentLibrary library)
    {
        if (data.GetProperty("fault").GetString() is { Length: > 0 } fault)
        {
            throw new BlindFaultException(fault);
        }
        return data.GetProperty("answer").EnumerateArray().Any(answer => Same(answer.GetString()!, candidate.Text));
    }

    private static bool Same(string one, string other) =>
        string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase) || (Worth(one) is { } n && Worth(other) is { } m && n == m);

    private static decimal? Worth(string text) =>
        decimal.TryParse(text.Replace('−', '-').Replace(",", ""), NumberStyles.Number, CultureInfo.InvariantCulture, out var n) ? n : null;
}

/// <summary>A person answers for the key: <c>{"by": "Ada", "answer": ["3"]}</c>.</summary>
internal sealed class VouchedProver() : Prover("vouched")
{
    public override bool Accepts(JsonElement data, Candidate candidate, ContentLibrary library) =>
        data.GetProperty("answer").EnumerateArray().Any(answer => answer.GetString() == candidate.Text);
}

/// <summary>The blind solver found something wrong with the question itself.</summary>
internal sealed class BlindFaultException(string fault) : InvalidOperationException($"who solved it without the key says: {fault}");
