using Pathfinity.Simulation;
using Pathfinity.Web.Queries;

namespace Pathfinity.Web.Live;

/// <summary>How a world stands.</summary>
/// <param name="Live">Whether it is lived in this process.</param>
/// <param name="State">starting, running, paused, stopped or failed; stored when it is not live here.</param>
/// <param name="WorldNow">The world's time; when it is not live here, that of its last attempt, or null.</param>
/// <param name="Attempts">Since the world's day began.</param>
public sealed record LiveStanding(
    string World, bool Live, string State, DateTimeOffset? WorldNow, int AtWork, int Attempts, int Correct, int Sessions,
    double LagMs, string? Error);

/// <summary>A student who is at work.</summary>
/// <param name="Classroom">Null at home.</param>
/// <param name="Subject">Null between two steps, as container and skill are.</param>
public sealed record AtWorkRow(
    int Student, string Name, string Grade, int? Classroom, string? Container, string? Subject, string? Skill, int Attempts,
    int Correct);

/// <summary>One line of the feed.</summary>
/// <param name="Key">The same each time that the line is shown.</param>
public sealed record FeedLine(
    string Key, DateTimeOffset At, int Student, string Name, string Grade, HappeningKind Kind, string Text);

/// <summary>What students do right now.</summary>
/// <param name="AtWork">Students at work in classrooms and at home, by ordinal.</param>
internal sealed record LivePicture(IReadOnlyList<LiveStudent> AtWork)
{
    public static readonly LivePicture Empty = new([]);

    public int InClassroom(int classroom) => AtWork.Count(student => student.Classroom == classroom);
}

/// <summary>Live worlds as pages show them, read at most once a second however many look.</summary>
internal sealed class LivePictures(
    SimulationDirectory simulations, Recent recent, ActivityQueries activity, StudentQueries students,
    CatalogueQueries catalogue)
{
    public const int FeedLines = 24;
    private static readonly TimeSpan PictureLife = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ClassroomsLife = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan StoredLife = TimeSpan.FromSeconds(10);

    public bool IsLive(string world) => simulations.Find(world) is not null;

    public ISimulation? Simulation(string world) => simulations.Find(world)?.Simulation;

    /// <summary>The world's day: that of its clock when it is live, else the last one with attempts.</summary>
    public DateOnly Today(WorldTotals totals)
    {
        if (Simulation(totals.World)?.Status is not { } status)
        {
            return totals.Today ?? totals.From;
        }
        return WorldTime.DayOf(status.WorldNow, totals.TimeZone);
    }

    public async Task<LiveStanding> StandingAsync(string world, WorldTotals totals)
    {
        if (Simulation(world)?.Status is not { } status)
        {
            var last = await StoredAsync(world, totals);
            return new LiveStanding(world, false, "stored", last.Count == 0 ? null : last[0].At, 0, 0, 0, 0, 0, null);
        }
        var now = (DateTimeOffset?)status.WorldNow.ToDateTimeOffset();
        return new LiveStanding(
            world, true, Words.State(status.State), now, status.AtWork, status.Attempts, status.Correct, status.Sessions,
            status.LagMs, status.Error);
    }

    public Task<LivePicture> PictureAsync(string world) => Simulation(world) is { } simulation
        ? recent.GetAsync($"picture {world}", PictureLife, () => ReadAsync(world, simulation))
        : Task.FromResult(LivePicture.Empty);

    /// <summary>Who is at work, with names and what they work on.</summary>
    public async Task<List<AtWorkRow>> AtWorkAsync(
        string world, IReadOnlyList<LiveStudent> atWork, CancellationToken cancellation)
    {
        if (atWork.Count == 0)
        {
            return [];
        }
        var names = await students.NamesAsync(world, [.. atWork.Select(s => s.Student)], cancellation);
        var skills = await catalogue.SkillNamesAsync(
            world, [.. atWork.Select(s => s.Skill).OfType<int>().Distinct()], cancellation);
        return [.. atWork.Where(s => names.ContainsKey(s.Student)).Select(s => new AtWorkRow(
            s.Student, names[s.Student].Name, names[s.Student].Grade, s.Classroom, s.Container?.ToString(),
            s.Subject is { } subject ? Curriculum.Subjects.Title(subject) : null,
            s.Skill is { } skill ? skills.GetValueOrDefault(skill) : null, s.Attempts, s.Correct))];
    }

    /// <summary>The latest activity in words, newest first.</summary>
    public async Task<List<FeedLine>> FeedAsync(string world, WorldTotals totals, CancellationToken cancellation)
    {
        var latest = simulations.Find(world)?.Latest ?? [];
        if (latest.Count < FeedLines)
        {
            var stored = await StoredAsync(world, totals);
            var before = latest.Count == 0 ? DateTimeOffset.MaxValue : latest[^1].At;
            latest = [.. latest, .. stored.Where(line => line.At < before)];
        }
        return await WordsAsync(world, [.. latest.Take(FeedLines)], cancellation);
    }

    private async Task<LivePicture> ReadAsync(string world, ISimulation simulation)
    {
        var classrooms = await recent.GetAsync(
            $"classrooms of {world}", ClassroomsLife, () => activity.ClassroomsAsync(world, CancellationToken.None));
        var atWork = new SortedDictionary<int, LiveStudent>();
        foreach (var id in classrooms)
        {
            var classroom = await simulation.ClassroomAsync(id, CancellationToken.None);
            foreach (var student in classroom?.Students.Where(s => s.AtWork) ?? [])
            {
                atWork[student.Student] = student;
            }
        }
        return new LivePicture([.. atWork.Values]);
    }

    private Task<List<Happening>> StoredAsync(string world, WorldTotals totals) => totals.Today is { } day
        ? recent.GetAsync(
            $"stored {world}", StoredLife, () => activity.LatestAsync(world, day, FeedLines, CancellationToken.None))
        : Task.FromResult(new List<Happening>());

    private async Task<List<FeedLine>> WordsAsync(
        string world, IReadOnlyList<Happening> latest, CancellationToken cancellation)
    {
        var names = await students.NamesAsync(world, [.. latest.Select(h => h.Student).Distinct()], cancellation);
        var skills = await catalogue.SkillNamesAsync(world, [.. latest.Select(h => h.Number).Distinct()], cancellation);
        var careers = await catalogue.CareerNamesAsync(world, [.. latest.Select(h => h.Number).Distinct()], cancellation);
        var rooms = await activity.ClassroomNamesAsync(world, [.. latest.Select(h => h.Number).Distinct()], cancellation);
        return [.. latest.Where(h => names.ContainsKey(h.Student)).Select(h => new FeedLine(
            $"{h.Student}.{h.Sequence}", h.At, h.Student, names[h.Student].Name, names[h.Student].Grade, h.Kind,
            Words.Of(h, skills, careers, rooms)))];
    }
}
