using System.Globalization;
using Pathfinity.Curriculum;
using Pathfinity.Learning;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Pathfinity.Simulation;

/// <summary>Profiles and people as YAML: two lists, unknown keys and contradictions refused by their line.</summary>
internal static class ProfilesYaml
{
    private const double AbilityVarianceMax = 0.6;
    private const double EffortVarianceMax = 0.8;
    private const double PaceVarianceMax = 0.15;
    private const double HardWorker = 1;

    public static Population Read(string yaml)
    {
        var root = Root(yaml);
        var profiles = new List<(Profile Profile, YamlNode Node)>();
        var people = new List<(Person Person, YamlNode Node)>();
        foreach (var (key, value) in root.Children)
        {
            switch (Text(key))
            {
                case "profiles": profiles.AddRange(List(value).Select(node => (Profile(node), node))); break;
                case "people": people.AddRange(List(value).Select(node => (Person(node), node))); break;
                default: throw WorldSpecYaml.Refused(key, $"'{key}' is no part of a population; there are profiles and people");
            }
        }
        CheckNames(profiles);
        CheckSpread(profiles, root);
        foreach (var (person, node) in people)
        {
            if (!profiles.Exists(p => p.Profile.Name == person.Profile))
            {
                throw WorldSpecYaml.Refused(node, $"{person.GivenName} {person.FamilyName}: there is no profile '{person.Profile}'");
            }
        }
        var twice = people.GroupBy(p => (p.Person.GivenName, p.Person.FamilyName)).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? new Population(yaml, [.. profiles.Select(p => p.Profile)], [.. people.Select(p => p.Person)])
            : throw WorldSpecYaml.Refused(twice.Last().Node, $"there is another {twice.Key.GivenName} {twice.Key.FamilyName}");
    }

    private static void CheckNames(List<(Profile Profile, YamlNode Node)> profiles)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var sum = 0.0;
        foreach (var (profile, node) in profiles)
        {
            if (!names.Add(profile.Name))
            {
                throw WorldSpecYaml.Refused(node, $"there is another profile '{profile.Name}'");
            }
            if (profile is { Games: true, Effort: >= HardWorker })
            {
                throw WorldSpecYaml.Refused(node, $"{profile.Name}: who works as hard as effort {profile.Effort} does not game");
            }
            sum += profile.Share;
            if (sum > 1 + 1e-9)
            {
                throw WorldSpecYaml.Refused(node, string.Create(
                    CultureInfo.InvariantCulture, $"{profile.Name}: with it the shares come to {sum:0.###}, more than 1"));
            }
        }
    }

    // Kinds may not differ by more than all students together do: nothing would be left to chance.
    private static void CheckSpread(List<(Profile Profile, YamlNode Node)> profiles, YamlNode root)
    {
        var mix = new ProfileMix([.. profiles.Select(p => p.Profile).Where(profile => profile.Share > 0)]);
        foreach (var subject in Subjects.All)
        {
            Check(subject.Key() + " ability", mix.AbilityVariance[(int)subject], AbilityVarianceMax);
        }
        Check("effort", mix.EffortVariance, EffortVarianceMax);
        Check("pace", mix.PaceVariance, PaceVarianceMax);

        void Check(string what, double variance, double most)
        {
            if (variance > most)
            {
                throw WorldSpecYaml.Refused(root, string.Create(CultureInfo.InvariantCulture,
                    $"profiles differ in {what} with variance {variance:0.##}; more than {most} would leave nothing to chance"));
            }
        }
    }

    private static Profile Profile(YamlNode node)
    {
        var profile = new Profile { Name = Required(node, "name") };
        foreach (var (key, value) in Map(node).Children)
        {
            profile = Text(key) switch
            {
                "name" => profile,
                "about" => profile with { About = Text(value) },
                "share" => profile with { Share = Number(key, value, 0, 1) },
                "ability" => profile with { Ability = Ability(value) },
                "effort" => profile with { Effort = Number(key, value, -3, 3) },
                "pace" => profile with { Pace = Number(key, value, -1.5, 1.5) },
                "learning_rate" => profile with { LearningRate = Number(key, value, 0, 4) },
                "hints" => profile with { Hints = Number(key, value, 0, 8) },
                "home" => profile with { Home = Number(key, value, 0, 10) },
                "absence" => profile with { Absence = Number(key, value, 0, 8) },
                "games" => profile with { Games = Text(value) switch
                {
                    "true" => true,
                    "false" => false,
                    _ => throw WorldSpecYaml.Refused(value, $"games: '{value}' is neither true nor false"),
                } },
                "turn" => profile with { Turn = Turn(value) },
                _ => throw WorldSpecYaml.Refused(key, $"'{key}' is no key of a profile"),
            };
        }
        return profile;
    }

    private static TurningPoint Turn(YamlNode node)
    {
        var turn = new TurningPoint(0, 0, 1);
        foreach (var (key, value) in Map(node).Children)
        {
            turn = Text(key) switch
            {
                "week" => turn with { Week = (int)Number(key, value, 1, 51) },
                "effort" => turn with { Effort = Number(key, value, -3, 3) },
                "absence" => turn with { Absence = Number(key, value, 0, 8) },
                _ => throw WorldSpecYaml.Refused(key, $"'{key}' is no key of a turn; there are week, effort and absence"),
            };
        }
        return turn.Week > 0 ? turn : throw WorldSpecYaml.Refused(node, "turn: the week in which the story turns is missing");
    }

    private static BySubject<double> Ability(YamlNode node)
    {
        var ability = default(BySubject<double>);
        if (node is YamlScalarNode)
        {
            ((Span<double>)ability).Fill(Number("ability", node, -3, 3));
            return ability;
        }
        foreach (var (key, value) in Map(node).Children)
        {
            var subject = Subjects.All.FirstOrDefault(subject => subject.Key() == Text(key), (Subject)byte.MaxValue);
            if ((byte)subject == byte.MaxValue)
            {
                throw WorldSpecYaml.Refused(key, $"ability: '{key}' is no subject");
            }
            ability[(int)subject] = Number(key, value, -3, 3);
        }
        return ability;
    }

    private static Person Person(YamlNode node)
    {
        foreach (var (key, _) in Map(node).Children)
        {
            if (Text(key) is not ("given_name" or "family_name" or "gender" or "grade" or "profile" or "story"))
            {
                throw WorldSpecYaml.Refused(key, $"'{key}' is no key of a person");
            }
        }
        var gender = Required(node, "gender") switch
        {
            "female" => Gender.Female,
            "male" => Gender.Male,
            "nonbinary" => Gender.Nonbinary,
            var other => throw WorldSpecYaml.Refused(node, $"gender: '{other}' is none of female, male and nonbinary"),
        };
        try
        {
            return new Person(
                Required(node, "given_name"), Required(node, "family_name"), gender, Grade.Parse(Required(node, "grade")),
                Required(node, "profile"), Required(node, "story"));
        }
        catch (FormatException e)
        {
            throw WorldSpecYaml.Refused(node, e.Message);
        }
    }

    private static YamlMappingNode Root(string yaml)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException e)
        {
            throw new SpecException(string.Create(CultureInfo.InvariantCulture, $"line {e.Start.Line}: {e.Message}"));
        }
        return stream.Documents is [{ RootNode: YamlMappingNode root }]
            ? root
            : throw new SpecException("line 1: a population is one document with the lists profiles and people");
    }

    private static YamlMappingNode Map(YamlNode node) => node as YamlMappingNode
        ?? throw WorldSpecYaml.Refused(node, $"'{node}': lines 'key: value' are needed");

    private static IEnumerable<YamlNode> List(YamlNode node) => (node as YamlSequenceNode
        ?? throw WorldSpecYaml.Refused(node, "a list is needed")).Children;

    private static string Text(YamlNode node) => (node as YamlScalarNode)?.Value
        ?? throw WorldSpecYaml.Refused(node, "a single word or text is needed");

    private static string Required(YamlNode node, string key)
    {
        var found = Map(node).Children.FirstOrDefault(pair => (pair.Key as YamlScalarNode)?.Value == key).Value;
        return found is YamlScalarNode { Value.Length: > 0 } text
            ? text.Value
            : throw WorldSpecYaml.Refused(node, $"{key} is missing");
    }

    private static double Number(YamlNode key, YamlNode node, double min, double max) =>
        double.TryParse((node as YamlScalarNode)?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number >= min && number <= max
            ? number
            : throw WorldSpecYaml.Refused(node, string.Create(
                CultureInfo.InvariantCulture, $"{key}: '{node}' is no number from {min} to {max}"));
}
