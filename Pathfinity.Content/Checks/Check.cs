using Pathfinity.Curriculum;

namespace Pathfinity.Content.Checks;

/// <summary>One thing that must hold of every question.</summary>
/// <param name="name">The name under which failures are stored.</param>
internal abstract class Check(string name)
{
    public string Name => name;

    /// <summary>What is wrong, in one sentence, or null.</summary>
    public abstract string? Fault(Question question, Skill skill, ContentLibrary library);
}

/// <summary>A check that did not hold.</summary>
public sealed record Finding(string Check, string Question, string Reason);

/// <summary>The checks of single questions, in the order in which they run; the first fault decides.</summary>
public static class QuestionChecks
{
    internal static readonly IReadOnlyList<Check> All =
    [
        new SchemaCheck(), new OptionsCheck(), new ProofCheck(), new BugCheck(), new FigureCheck(), new FigureDataCheck(), new FigureShapeCheck(),
        new WordingCheck(),
        new AlignmentCheck(), new FairnessCheck(), new EnvelopeCheck(), new ReadabilityCheck(),
    ];

    public static Finding? FirstFault(Question question, Skill skill, ContentLibrary library) =>
        FirstFaultBut(null, question, skill, library);

    /// <param name="but">Name of a check that is left out; null for none.</param>
    internal static Finding? FirstFaultBut(string? but, Question question, Skill skill, ContentLibrary library)
    {
        foreach (var check in All)
        {
            if (check.Name != but && check.Fault(question, skill, library) is { } reason)
            {
                return new Finding(check.Name, question.Id, reason);
            }
        }
        return null;
    }
}
