using Pathfinity.Curriculum;
using YamlDotNet.Serialization;

namespace Pathfinity.Content;

/// <summary>The shape of a file in Data/careers: career scenarios or Discover shells.</summary>
internal sealed class ScenarioFile
{
    public string? Source { get; set; }

    [YamlMember(Alias = "scenarios")]
    public List<ScenarioEntry> ScenarioEntries { get; set; } = [];

    [YamlMember(Alias = "shells")]
    public List<ShellEntry> ShellEntries { get; set; } = [];

    /// <summary>Whether a resource is such a file.</summary>
    public static bool Is(string resource) => resource.StartsWith("careers/", StringComparison.Ordinal);

    private static string Needed(string? value, string name) =>
        string.IsNullOrWhiteSpace(value) ? throw new FormatException($"'{name}' is missing or empty.") : value.Trim();

    internal sealed class ScenarioEntry
    {
        public string? Career { get; set; }
        public string? Band { get; set; }
        public string? Subject { get; set; }
        public string? Strand { get; set; }
        public string? Title { get; set; }
        public string? Situation { get; set; }
        public string? Skill { get; set; }
        public List<string> Tasks { get; set; } = [];

        public CareerScenario ToScenario(CurriculumSet curriculum, SkillFinder skills)
        {
            var career = curriculum.Careers[curriculum.CareerOrdinal(Needed(Career, "career"))];
            var (band, grades) = Bands.Parse(Needed(Band, $"band of a scenario of {career.Id}"));
            var subject = Subjects.Parse(Needed(Subject, $"subject of a scenario of {career.Id}"));
            var id = $"{career.Id}/{Band}/{subject.Key()}";
            var title = Needed(Title, $"title of {id}");
            var skill = Needed(Skill, $"skill of {id}");
            var lowest = career.MinGrade > grades[0] ? career.MinGrade : grades[0];
            var context = curriculum.Context(career.Contexts[0]);
            var situation = Needed(Situation, $"situation of {id}");
            return new CareerScenario
            {
                Id = id,
                Career = career,
                Context = context,
                Band = band,
                Lowest = lowest,
                Subject = subject,
                Title = title,
                Who = $"You are {Words.A(Noun(career.Name))} at {context.Setting}.",
                Situation = situation,
                Skill = skill,
                Skills = skills.Closest(
                    subject, Needed(Strand, $"strand of {id}"), grades.Where(grade => grade >= lowest),
                    $"{skill} {title}", $"{situation} {string.Join(' ', Tasks)}"),
                Tasks = [.. Tasks.Select(task => Timed(Needed(task, $"task of {id}"), band))],
                Together = Tasks.Any(Bands.NeedsCompany),
            };
        }

        /// <summary>A title as a noun within a sentence: "X-ray technician".</summary>
        private static string Noun(string title) => string.Join(' ', title.Split(' ').Select(Words.Uncap));

        /// <summary>Making takes twice as long as finding; both take longer in higher grades.</summary>
        private static ScenarioTask Timed(string text, GradeBand band)
        {
            var minutes = band switch
            {
                GradeBand.PreKTo2 => 3,
                GradeBand.ThreeToFive => 5,
                GradeBand.SixToEight => 8,
                _ => 12,
            };
            return new ScenarioTask(text, Bands.Makes(text) ? 2 * minutes : minutes);
        }
    }

    internal sealed class ShellEntry
    {
        public string? Context { get; set; }
        public string? Grades { get; set; }
        public string? Title { get; set; }
        public string? Setup { get; set; }
        public string? Challenge { get; set; }
        public Dictionary<string, string> Stations { get; set; } = [];

        public DiscoverShell ToShell(CurriculumSet curriculum)
        {
            var context = curriculum.Context(Needed(Context, "context"));
            var (low, high) = Bands.Span(Needed(Grades, $"grades of a shell of {context.Key}"));
            var id = $"{context.Key}/{Grades}";
            return new DiscoverShell
            {
                Id = id,
                Context = context,
                Lowest = low < context.MinGrade ? context.MinGrade : low,
                Highest = high,
                Title = Needed(Title, $"title of {id}"),
                Setup = Needed(Setup, $"setup of {id}"),
                Challenge = Needed(Challenge, $"challenge of {id}"),
                Sockets =
                [
                    .. Subjects.All.Select(subject => Stations.TryGetValue(subject.Key(), out var station)
                        ? new Socket(subject, station.Trim())
                        : throw new FormatException($"Shell {id} has no station for {subject.Key()}.")),
                ],
            };
        }
    }
}
