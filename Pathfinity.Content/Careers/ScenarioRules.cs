using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pathfinity.Curriculum;

namespace Pathfinity.Content;

/// <summary>What must hold of career scenarios and Discover shells.</summary>
internal static partial class ScenarioRules
{
    private const int TasksMin = 2;
    private const int TasksMax = 5;

    /// <summary>Careers whose work it is to tell of slavery, atrocity and disaster.</summary>
    private static readonly ImmutableArray<string> Chroniclers = ["archivist", "curator", "historian", "reporter"];

    /// <summary>Everything that is wrong, a sentence each; empty when all is sound.</summary>
    public static IEnumerable<string> Violations(CareerScenarios set) =>
        set.All.SelectMany(OfScenario)
            .Concat(Twice(set.All.Select(s => s.Id), "scenario"))
            .Concat(Twice(set.All.Select(s => s.Title), "scenario title"))
            .Concat(Twice(set.All.Select(s => s.Situation), "situation"))
            .Concat(set.Shells.SelectMany(OfShell))
            .Concat(Twice(set.Shells.Select(s => s.Id), "shell"));

    private static IEnumerable<string> OfScenario(CareerScenario scenario)
    {
        if (scenario.Career.MinGrade.Band > scenario.Band)
        {
            yield return $"{scenario.Id} is for grades to which its career is not offered.";
        }
        if (scenario.Context.MinGrade > scenario.Lowest)
        {
            yield return $"{scenario.Id} is for grades that cannot picture {scenario.Context.Setting}.";
        }
        if (scenario.Tasks.Length is < TasksMin or > TasksMax)
        {
            yield return $"{scenario.Id} has {scenario.Tasks.Length} tasks; write {TasksMin} to {TasksMax}.";
        }
        if (HardHistory().IsMatch($"{scenario.Title} {scenario.Situation}") && !Chroniclers.Contains(scenario.Career.Id))
        {
            yield return $"{scenario.Id} tells hard history, which only {string.Join(", ", Chroniclers)} take up.";
        }
        if (LongestSentence(scenario.Situation) > WordsMax(scenario.Band))
        {
            yield return $"{scenario.Id} has a sentence of more than {WordsMax(scenario.Band)} words.";
        }
        foreach (var text in scenario.Tasks.Select(task => task.Text).Append(scenario.Situation))
        {
            if (!Sentence().IsMatch(text))
            {
                yield return $"{scenario.Id}: '{text}' does not begin and end like a sentence.";
            }
        }
    }

    private static IEnumerable<string> OfShell(DiscoverShell shell)
    {
        if (shell.Lowest > shell.Highest)
        {
            yield return $"Shell {shell.Id} is for grades that cannot picture {shell.Context.Setting}.";
        }
        foreach (var text in new[] { shell.Setup, shell.Challenge }.Where(text => !Sentence().IsMatch(text)))
        {
            yield return $"Shell {shell.Id}: '{text}' does not begin and end like a sentence.";
        }
    }

    private static IEnumerable<string> Twice(IEnumerable<string> texts, string what) =>
        texts.GroupBy(text => text, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => $"The {what} '{group.Key}' stands in the data files twice.");

    /// <summary>Words a sentence may have when it is heard or read in these grades.</summary>
    private static int WordsMax(GradeBand band) => band switch
    {
        GradeBand.PreKTo2 => 17,
        GradeBand.ThreeToFive => 24,
        GradeBand.SixToEight => 32,
        _ => 36,
    };

    private static int LongestSentence(string text) => SentenceEnd().Split(text).Max(Words.In);

    [GeneratedRegex(
        "\\b(enslav\\w+|slave\\w*|massacre\\w*|lynch\\w*|genocide|holocaust|atrocit\\w+|internment)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex HardHistory();

    [GeneratedRegex("^[\"A-Z0-9].*[.!?]\"?$", RegexOptions.Singleline)]
    private static partial Regex Sentence();

    [GeneratedRegex("(?<=[.!?]\"?)\\s+")]
    private static partial Regex SentenceEnd();
}
