using Pathfinity.Curriculum;
using Pathfinity.Learning;
using Pathfinity.Simulation;

namespace Pathfinity.Realism;

/// <summary>What a world drew and no log shows: the traits of its students and the effects of skills and questions.</summary>
public sealed class HiddenWorld
{
    private readonly WorldFrame[] frames;
    private readonly Dictionary<int, WorldFrame> frameOf = [];
    private readonly Dictionary<int, Traits> traits = [];
    private readonly Dictionary<int, Grade> grades = [];
    private readonly Dictionary<int, int> skills;
    private readonly Dictionary<int, int> questions;

    /// <param name="release">The one in whose ordinals the world drew.</param>
    /// <param name="throughDay">The last day that was lived.</param>
    public HiddenWorld(WorldSpec spec, Release release, int throughDay)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(release);
        var (calendar, people) = (new SchoolCalendar(spec), new PeopleBuilder(spec));
        frames = [.. Enumerable.Range(0, calendar.YearOf(throughDay) + 1)
            .Select(year => new WorldFrame(spec, calendar, people.Build(year), release))];
        Parameters = spec.Parameters;
        foreach (var frame in frames)
        {
            foreach (var student in frame.Roster.Students)
            {
                frameOf[student.Id] = frame;
                grades[student.Id] = student.GradeIn(frame.Roster.Year)!.Value;
            }
        }
        skills = Places(release.Skills);
        questions = Places(release.Questions);
    }

    public ModelParameters Parameters { get; }

    /// <summary>A student's traits in the last year that the student was there.</summary>
    public Traits TraitsOf(int student)
    {
        if (!traits.TryGetValue(student, out var found))
        {
            traits.Add(student, found = frameOf[student].TraitsOf(student));
        }
        return found;
    }

    /// <summary>A student's grade in that year.</summary>
    public Grade GradeOf(int student) => grades[student];

    /// <summary>Ordinal of a skill of this number; null when the release has none.</summary>
    public int? SkillOf(int number) => skills.TryGetValue(number, out var ordinal) ? ordinal : null;

    /// <summary>Ordinal of a question of this number; null when the release has none.</summary>
    public int? QuestionOf(int number) => questions.TryGetValue(number, out var ordinal) ? ordinal : null;

    /// <summary>Who is there in the last year.</summary>
    public Roster Roster => frames[^1].Roster;

    public ItemEffects Effects => frames[^1].Effects;

    public Release Release => frames[^1].Release;

    private static Dictionary<int, int> Places(IEnumerable<CatalogueKey> keys) =>
        keys.Select((key, i) => (key.Number, i)).ToDictionary(pair => pair.Number, pair => pair.i);
}
