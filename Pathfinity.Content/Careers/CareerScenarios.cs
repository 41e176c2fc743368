using System.Collections.Immutable;
using System.Reflection;
using Pathfinity.Curriculum;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Pathfinity.Content;

/// <summary>Every career scenario, in order of career, grade band and subject.</summary>
public sealed class CareerScenarios
{
    private const int ViolationsTold = 10;
    private static readonly Lazy<CareerScenarios> Loaded = new(() => Load(BuiltIn(), CurriculumLoader.Default));

    private readonly ILookup<(GradeBand, Subject), CareerScenario> cells;

    private CareerScenarios(ImmutableArray<CareerScenario> all, ImmutableArray<DiscoverShell> shells)
    {
        (All, Shells) = (all, shells);
        cells = all.ToLookup(scenario => (scenario.Band, scenario.Subject));
    }

    /// <summary>The built-in scenarios over the built-in curriculum; read once.</summary>
    public static CareerScenarios Default => Loaded.Value;

    public ImmutableArray<CareerScenario> All { get; }

    /// <summary>What Discover tells at each work context, for younger and for older students.</summary>
    public ImmutableArray<DiscoverShell> Shells { get; }

    /// <summary>
    /// The scenarios of a grade and subject that fit a career most closely: its own, else those of its place of work,
    /// else of its cluster, else any; with how closely they fit. Empty only where no scenario suits grade and subject.
    /// </summary>
    public (CareerFit Fit, ImmutableArray<CareerScenario> Scenarios) For(Career career, Grade grade, Subject subject)
    {
        ArgumentNullException.ThrowIfNull(career);
        var fits = cells[(grade.Band, subject)].Where(scenario => scenario.Lowest <= grade)
            .GroupBy(scenario => FitOf(scenario, career))
            .OrderBy(group => group.Key)
            .FirstOrDefault();
        return fits is null ? (CareerFit.Generic, []) : (fits.Key, [.. fits]);
    }

    /// <summary>The shell of a work context that this grade can follow, or null before any can.</summary>
    public DiscoverShell? ShellOrNone(string context, Grade grade) =>
        Shells.FirstOrDefault(shell => shell.Context.Key == context && shell.Lowest <= grade && grade <= shell.Highest);

    /// <summary>Reads scenarios and shells from named YAML texts.</summary>
    /// <exception cref="ContentException">A file is malformed or breaks a rule; the message says where.</exception>
    public static CareerScenarios Load(IEnumerable<(string Name, string Text)> files, CurriculumSet curriculum)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(curriculum);
        var deserializer = new DeserializerBuilder()
            .WithNamingConvention(UnderscoredNamingConvention.Instance)
            .WithDuplicateKeyChecking()
            .Build();
        var skills = new SkillFinder(curriculum);
        var scenarios = new List<CareerScenario>();
        var shells = new List<DiscoverShell>();
        foreach (var (name, text) in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            try
            {
                var file = deserializer.Deserialize<ScenarioFile>(text) ?? new ScenarioFile();
                scenarios.AddRange(file.ScenarioEntries.Select(entry => entry.ToScenario(curriculum, skills)));
                shells.AddRange(file.ShellEntries.Select(entry => entry.ToShell(curriculum)));
            }
            catch (YamlException e)
            {
                throw new ContentException($"{name}, line {e.Start.Line}: {e.InnerException?.Message ?? e.Message}", e);
            }
            catch (Exception e) when (e is FormatException or KeyNotFoundException)
            {
                throw new ContentException($"{name}: {e.Message}", e);
            }
        }
        var set = new CareerScenarios(
            [.. scenarios.OrderBy(s => s.Career.Id, StringComparer.Ordinal).ThenBy(s => s.Band).ThenBy(s => s.Subject)],
            [.. shells.OrderBy(s => s.Context.Key, StringComparer.Ordinal).ThenBy(s => s.Lowest)]);
        var violations = ScenarioRules.Violations(set).Take(ViolationsTold).ToList();
        return violations.Count == 0 ? set : throw new ContentException(string.Join(Environment.NewLine, violations));
    }

    private static CareerFit FitOf(CareerScenario scenario, Career career) =>
        scenario.Career.Id == career.Id ? CareerFit.Career
        : career.Contexts.Contains(scenario.Context.Key) ? CareerFit.Context
        : scenario.Career.Cluster == career.Cluster ? CareerFit.Cluster
        : CareerFit.Generic;

    private static IEnumerable<(string Name, string Text)> BuiltIn()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(ScenarioFile.Is))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name, reader.ReadToEnd());
        }
    }
}
