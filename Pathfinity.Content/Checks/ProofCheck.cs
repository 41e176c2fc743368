using System.Text.Json;
using Pathfinity.Content.Proofs;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Checks;

/// <summary>The proof, run on its own data, finds exactly the key right, equivalent forms included.</summary>
internal sealed class ProofCheck() : Check("proof")
{
    public override string? Fault(Question question, Skill skill, ContentLibrary library)
    {
        try
        {
            using var data = JsonDocument.Parse(question.Proof.Data);
            var accepts = Provers.For(question.Proof.Method).Open(data.RootElement, library);
            return question.Kind switch
            {
                QuestionKind.Choice => Choice(question, accepts),
                QuestionKind.Multi => Multi(question, accepts),
                _ => Open(question, accepts),
            };
        }
        catch (Exception e) when (e is ProofException or JsonException or KeyNotFoundException or FormatException or InvalidOperationException or OverflowException)
        {
            return $"the proof cannot be run: {e.Message}";
        }
    }

    private static string? Choice(Question question, Func<Candidate, bool> accepts)
    {
        foreach (var option in question.Choices)
        {
            var right = Judge(accepts, new Candidate([option], []));
            if (right != (option == question.Key.Given[0]))
            {
                return right ? $"'{option}' is right as well" : $"the key '{option}' is not right";
            }
        }
        return null;
    }

    private static string? Multi(Question question, Func<Candidate, bool> accepts)
    {
        foreach (var option in question.Choices)
        {
            var right = Judge(accepts, new Candidate([option], []));
            if (right != question.Key.Given.Contains(option))
            {
                return right ? $"'{option}' is right as well" : $"'{option}' of the key is not right";
            }
        }
        return null;
    }

    private static string? Open(Question question, Func<Candidate, bool> accepts)
    {
        for (var i = 0; i < question.Responses.Length; i++)
        {
            var right = Judge(accepts, new Candidate(question.Responses[i].Given, question.Prompts));
            if (right != (i == 0))
            {
                return right ? $"the wrong response {i} is right" : "the key is not right";
            }
        }
        return null;
    }

    /// <summary>An answer that cannot be read, such as a word where a number belongs, is not right.</summary>
    private static bool Judge(Func<Candidate, bool> accepts, Candidate candidate)
    {
        try
        {
            return accepts(candidate);
        }
        catch (ProofException)
        {
            return false;
        }
    }
}

/// <summary>Every wrong response comes from a listed bug of its subject, which some student of this age can hold.</summary>
internal sealed class BugCheck() : Check("bug")
{
    public override string? Fault(Question question, Skill skill, ContentLibrary library)
    {
        foreach (var response in question.Responses.Skip(1))
        {
            if (response.Bug is null || library.BugOrNone(response.Bug) is not { } bug)
            {
                return $"'{response.Bug}' is no listed bug";
            }
            if (bug.Onset > skill.Grade)
            {
                return $"{bug.Id} begins in grade {bug.Onset}, after grade {skill.Grade}";
            }
        }
        return null;
    }
}
