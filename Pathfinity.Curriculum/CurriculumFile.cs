using System.Text.RegularExpressions;
using YamlDotNet.Serialization;

namespace Pathfinity.Curriculum;

/// <summary>The shape of a data file: a strand with its skills, or clusters, careers and work contexts.</summary>
internal sealed partial class CurriculumFile
{
    public string? Subject { get; set; }
    public string? Strand { get; set; }
    public string? Title { get; set; }
    public string? Source { get; set; }

    [YamlMember(Alias = "skills")]
    public List<SkillEntry> SkillEntries { get; set; } = [];

    [YamlMember(Alias = "clusters")]
    public List<ClusterEntry> ClusterEntries { get; set; } = [];

    [YamlMember(Alias = "careers")]
    public List<CareerEntry> CareerEntries { get; set; } = [];

    [YamlMember(Alias = "contexts")]
    public List<ContextEntry> ContextEntries { get; set; } = [];

    public Strand? StrandOrNone() => SkillEntries.Count == 0
        ? null
        : new Strand(Needed(Strand, "strand"), SubjectValue(), Needed(Title, "title"));

    public IEnumerable<Skill> Skills() => SkillEntries.Select(entry => entry.ToSkill(SubjectValue(), Needed(Strand, "strand")));

    public IEnumerable<CareerCluster> Clusters() =>
        ClusterEntries.Select(entry => new CareerCluster(Needed(entry.Key, "key"), Needed(entry.Title, "title")));

    public IEnumerable<Career> Careers() => CareerEntries.Select(entry => entry.ToCareer());

    public IEnumerable<WorkContext> Contexts() => ContextEntries.Select(entry => entry.ToContext());

    internal static string Needed(string? value, string name) => string.IsNullOrWhiteSpace(value)
        ? throw new FormatException($"'{name}' is missing or empty.")
        : value.Trim();

    private Subject SubjectValue() => Subjects.Parse(Needed(Subject, "subject"));

    internal sealed partial class SkillEntry
    {
        public string? Id { get; set; }
        public string? Name { get; set; }
        public string? Description { get; set; }
        public List<string> Standards { get; set; } = [];
        public List<string> Facets { get; set; } = [];
        public List<string> Requires { get; set; } = [];
        public List<string> BuildsOn { get; set; } = [];

        public Skill ToSkill(Subject subject, string strand)
        {
            var id = Needed(Id, "id");
            if (!IdForm().IsMatch(id) || id.Split('.')[0] != subject.Key())
            {
                throw new FormatException($"'{id}' is no skill of {subject.Key()}: write {subject.Key()}.GRADE.LETTER.NUMBER.");
            }
            return new Skill
            {
                Id = id,
                Subject = subject,
                Grade = Curriculum.Grade.Parse(id.Split('.')[1]),
                Strand = strand,
                Name = Needed(Name, $"name of {id}"),
                Description = Needed(Description, $"description of {id}"),
                Standards = [.. Standards],
                Facets = [.. Facets],
                Requires = [.. Requires],
                BuildsOn = [.. BuildsOn],
            };
        }

        [GeneratedRegex("^(math|ela|science|social)\\.(PK|K|[1-9]|1[0-2])\\.[A-Z]{1,3}\\.[1-9][0-9]*$")]
        private static partial Regex IdForm();
    }

    internal sealed class ClusterEntry
    {
        public string? Key { get; set; }
        public string? Title { get; set; }
    }

    internal sealed class CareerEntry
    {
        public string? Id { get; set; }
        public string? Name { get; set; }
        public string? Soc { get; set; }
        public string? SocTitle { get; set; }
        public string? Cluster { get; set; }
        public string? Riasec { get; set; }
        public string? Education { get; set; }
        public string? Does { get; set; }
        public string? MinGrade { get; set; }
        public List<string> Contexts { get; set; } = [];

        public Career ToCareer()
        {
            var id = Needed(Id, "id");
            return new Career
            {
                Id = id,
                Name = Needed(Name, $"name of {id}"),
                Soc = Needed(Soc, $"soc of {id}"),
                SocTitle = Needed(SocTitle, $"soc_title of {id}"),
                Cluster = Needed(Cluster, $"cluster of {id}"),
                Riasec = Needed(Riasec, $"riasec of {id}"),
                Education = Needed(Education, $"education of {id}"),
                Does = Needed(Does, $"does of {id}"),
                MinGrade = Grade.Parse(Needed(MinGrade, $"min_grade of {id}")),
                Contexts = [.. Contexts],
            };
        }
    }

    internal sealed class ContextEntry
    {
        public string? Key { get; set; }
        public string? Setting { get; set; }
        public string? Cluster { get; set; }
        public string? MinGrade { get; set; }
        public List<string> Roles { get; set; } = [];
        public List<ObjectEntry> Objects { get; set; } = [];
        public List<string> Documents { get; set; } = [];
        public List<string> Decisions { get; set; } = [];

        public WorkContext ToContext()
        {
            var key = Needed(Key, "key");
            return new WorkContext
            {
                Key = key,
                Setting = Needed(Setting, $"setting of {key}"),
                Cluster = Needed(Cluster, $"cluster of {key}"),
                MinGrade = Grade.Parse(Needed(MinGrade, $"min_grade of {key}")),
                Roles = [.. Roles],
                Objects = [.. Objects.Select(o => o.ToObject(key))],
                Documents = [.. Documents],
                Decisions = [.. Decisions],
            };
        }
    }

    internal sealed class ObjectEntry
    {
        public string? Singular { get; set; }
        public string? Plural { get; set; }
        public string? Container { get; set; }
        public int Capacity { get; set; }
        public int UnitPriceCents { get; set; }
        public string? Unit { get; set; }
        public int Low { get; set; }
        public int High { get; set; }
        public ThingKind Kind { get; set; }

        public WorkObject ToObject(string context) => new(
            Needed(Singular, $"singular of an object of {context}"),
            Needed(Plural, $"plural of an object of {context}"),
            Container, Capacity, UnitPriceCents, Unit, Low, High, Kind);
    }
}
