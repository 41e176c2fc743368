using System.Reflection;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;
using Pathfinity.Learning;

namespace Pathfinity.Simulation;

/// <summary>Somebody with a name, a grade and a story.</summary>
/// <param name="Grade">In the world's first year.</param>
/// <param name="Profile">Name of the profile.</param>
internal sealed record Person(
    string GivenName, string FamilyName, Gender Gender, Grade Grade, string Profile, string Story);

/// <summary>The kinds of students that a world has, each with its share, and people with a story.</summary>
internal sealed class Population
{
    private static readonly Lazy<Population> BuiltIn = new(() => Read(BuiltInText()));

    private readonly Dictionary<string, StudentKind> kinds;
    private readonly (double Below, StudentKind Kind)[] shares;
    private readonly ILookup<Grade, Person> people;
    private readonly StudentKind average;

    /// <param name="text">The YAML from which it was read.</param>
    public Population(string text, IReadOnlyList<Profile> profiles, IReadOnlyList<Person> people)
    {
        Text = text;
        Profiles = profiles;
        this.people = people.ToLookup(person => person.Grade);
        var mix = new ProfileMix([.. profiles.Where(profile => profile.Share > 0)]);
        kinds = profiles.ToDictionary(profile => profile.Name, profile => new StudentKind(mix.Centred(profile), mix), StringComparer.Ordinal);
        average = new StudentKind(mix.Centred(Profile.Average), mix);
        var below = 0.0;
        shares = [.. profiles.Where(profile => profile.Share > 0).Select(profile => (below += profile.Share, kinds[profile.Name]))];
    }

    public string Text { get; }

    public IReadOnlyList<Profile> Profiles { get; }

    public IEnumerable<Person> People => people.SelectMany(group => group);

    /// <summary>The population of a world.</summary>
    public static Population Of(WorldSpec spec) => spec.Profiles is null ? BuiltIn.Value : Read(spec.Profiles);

    /// <exception cref="SpecException">It contradicts itself; the message begins with the line.</exception>
    public static Population Read(string yaml) => ProfilesYaml.Read(yaml);

    /// <summary>The kind of a student: that of the story, else one drawn by the shares.</summary>
    public StudentKind KindOf(Dice world, Student student)
    {
        if (student.Profile is { } named)
        {
            return kinds[named];
        }
        var drawn = world.Student(student.Id).Fork("profile").Unit;
        foreach (var (below, kind) in shares)
        {
            if (drawn < below)
            {
                return kind;
            }
        }
        return average;
    }

    /// <summary>The person with a story at a place among a grade's students; none beyond the last.</summary>
    public Person? PersonAt(Grade grade, int place) => people[grade].ElementAtOrDefault(place);

    private static string BuiltInText()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var name = assembly.GetManifestResourceNames().Single(name => name.EndsWith("profiles.yaml", StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
