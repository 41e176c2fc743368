using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pathfinity.Web.Live;
using Pathfinity.Web.Queries;

namespace Pathfinity.Web.Api;

/// <param name="Live">How it stands.</param>
public sealed record WorldAnswer(WorldTotals Totals, LiveStanding Live);

/// <summary>A classroom with its students, the skills that they met lately and how they stand in them.</summary>
public sealed record ClassroomAnswer(
    ClassroomRow Classroom, IReadOnlyList<MemberRow> Students, IReadOnlyList<SkillRow> Skills,
    IReadOnlyList<MasteryCell> Mastery, IReadOnlyList<ClassroomDay> Days);

/// <summary>A student with their latest days, newest first.</summary>
public sealed record StudentAnswer(
    StudentRow Student, IReadOnlyList<SubjectStanding> Subjects, IReadOnlyList<StudentDayRow> Days,
    IReadOnlyList<StudentJourney> Journeys);

/// <summary>The HTTP API: worlds, schools, classrooms and students to read, live worlds to control.</summary>
internal static class WorldEndpoints
{
    private const int SkillsOfClassroom = 30;
    private const int DaysShown = 30;

    public static void AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options =>
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase)));
        services.AddOpenApi(options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Pathfinity";
            document.Info.Description = "Living schools: worlds with their students, classrooms and activity.";
            return Task.CompletedTask;
        }));
    }

    public static void MapApi(this IEndpointRouteBuilder endpoints)
    {
        var worlds = endpoints.MapGroup("/api/worlds").WithTags("Worlds");
        worlds.MapGet("", ListAsync).WithSummary("Every world with its totals.");
        worlds.MapGet("{world}", FindAsync).WithSummary("A world with its totals of this moment.");
        worlds.MapGet("{world}/schools", SchoolsAsync).WithSummary("The schools of the district.");
        worlds.MapGet("{world}/classrooms", ClassroomsAsync).WithSummary("Classrooms of the school year that goes on.");
        worlds.MapGet("{world}/classrooms/{id:int}", ClassroomAsync)
            .WithSummary("A classroom: students, mastery by skill of one subject, latest days.");
        worlds.MapGet("{world}/students", StudentsAsync).WithSummary("Enrolled students by name, page by page.");
        worlds.MapGet("{world}/students/{id:int}", StudentAsync).WithSummary("A student: standing by subject, latest days.");
        worlds.MapControl();
    }

    private static async Task<Ok<List<WorldAnswer>>> ListAsync(
        WorldQueries worlds, LivePictures live, CancellationToken cancellation)
    {
        var answers = new List<WorldAnswer>();
        foreach (var totals in await worlds.ListAsync(cancellation))
        {
            answers.Add(new WorldAnswer(totals, await live.StandingAsync(totals.World, totals)));
        }
        return TypedResults.Ok(answers);
    }

    private static async Task<Results<Ok<WorldAnswer>, NotFound>> FindAsync(
        string world, WorldQueries worlds, LivePictures live, CancellationToken cancellation) =>
        await worlds.FindAsync(world, cancellation) is { } totals
            ? TypedResults.Ok(new WorldAnswer(totals, await live.StandingAsync(world, totals)))
            : TypedResults.NotFound();

    private static async Task<Results<Ok<List<SchoolRow>>, NotFound>> SchoolsAsync(
        string world, WorldQueries worlds, CancellationToken cancellation) =>
        await worlds.FindAsync(world, cancellation) is null
            ? TypedResults.NotFound()
            : TypedResults.Ok(await worlds.SchoolsAsync(world, cancellation));

    private static async Task<Results<Ok<List<ClassroomRow>>, NotFound>> ClassroomsAsync(
        string world, WorldQueries worlds, ClassroomQueries classrooms, LivePictures live, CancellationToken cancellation) =>
        await worlds.FindAsync(world, cancellation) is { } totals
            ? TypedResults.Ok(await classrooms.ListAsync(world, live.Today(totals), cancellation))
            : TypedResults.NotFound();

    private static async Task<Results<Ok<ClassroomAnswer>, NotFound>> ClassroomAsync(
        string world, int id, WorldQueries worlds, ClassroomQueries classrooms, LivePictures live,
        CancellationToken cancellation, string? subject = null)
    {
        if (await worlds.FindAsync(world, cancellation) is not { } totals
            || await classrooms.FindAsync(world, id, live.Today(totals), cancellation) is not { } found)
        {
            return TypedResults.NotFound();
        }
        var skills = await classrooms.SkillsAsync(
            world, id, found.Subject ?? subject ?? "math", live.Today(totals), SkillsOfClassroom, cancellation);
        return TypedResults.Ok(new ClassroomAnswer(
            found,
            await classrooms.MembersAsync(world, id, live.Today(totals), cancellation),
            skills,
            await classrooms.MasteryAsync(world, id, [.. skills.Select(skill => skill.Number)], cancellation),
            await classrooms.DaysAsync(world, id, DaysShown, cancellation)));
    }

    private static async Task<Results<Ok<StudentList>, NotFound>> StudentsAsync(
        string world, WorldQueries worlds, StudentQueries students, CancellationToken cancellation,
        string search = "", int page = 1, int size = 50) =>
        await worlds.FindAsync(world, cancellation) is null
            ? TypedResults.NotFound()
            : TypedResults.Ok(await students.PageAsync(
                world, search, Math.Clamp(page, 1, StudentQueries.PagesMax), Math.Clamp(size, 1, StudentQueries.PageSizeMax),
                cancellation));

    private static async Task<Results<Ok<StudentAnswer>, NotFound>> StudentAsync(
        string world, int id, WorldQueries worlds, StudentQueries students, LivePictures live, CancellationToken cancellation)
    {
        if (await worlds.FindAsync(world, cancellation) is not { } totals
            || await students.FindAsync(world, id, cancellation) is not { } student)
        {
            return TypedResults.NotFound();
        }
        return TypedResults.Ok(new StudentAnswer(
            student,
            await students.SubjectsAsync(world, id, cancellation),
            await students.DaysAsync(world, id, DaysShown, cancellation),
            await students.JourneysAsync(world, id, live.Today(totals).AddDays(-DaysShown), DaysShown, cancellation)));
    }
}
