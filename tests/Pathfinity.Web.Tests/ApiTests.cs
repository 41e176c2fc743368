using System.Net;
using System.Text.Json;

namespace Pathfinity.Web.Tests;

[Collection(LivingSchools.Name)]
public sealed class ApiTests(LivingSchool school)
{
    private const string World = $"/api/worlds/{LivingSchool.World}";

    [Fact]
    public async Task A_visit_that_was_cut_before_any_answer_shows_none()
    {
        await using var command = school.Database.Source.CreateCommand(
            $"SELECT id >> 32 FROM \"world_{LivingSchool.World}\".visits WHERE attempts = 0 ORDER BY day DESC LIMIT 1");
        var student = (long)(await command.ExecuteScalarAsync())!;
        var page = await school.Client.GetStringAsync(new Uri($"/w/{LivingSchool.World}/students/{student}", UriKind.Relative));
        Assert.Contains("aria-label=\"0 of 0 right\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worlds_totals_equal_what_is_counted_at_that_moment()
    {
        await PostAsync($"{World}/live/pause");
        await SettledAsync();
        var totals = (await GetAsync(World)).GetProperty("totals");
        Assert.Equal(await school.CountAsync("students"), totals.GetProperty("students").GetInt64());
        Assert.Equal(await school.CountAsync("sessions"), totals.GetProperty("sessions").GetInt64());
        Assert.Equal(await school.CountAsync("attempts"), totals.GetProperty("attempts").GetInt64());
        Assert.Equal(await school.CountAsync("visits"), totals.GetProperty("visits").GetInt64());
        Assert.Equal(await school.CountAsync("student_skill WHERE mastered_at IS NOT NULL"), totals.GetProperty("mastered").GetInt64());
        Assert.True(totals.GetProperty("attempts").GetInt64() > 1000);
        await PostAsync($"{World}/live/start");
    }

    [Fact]
    public async Task Worlds_are_listed_with_their_totals()
    {
        var world = Assert.Single((await GetAsync("/api/worlds")).EnumerateArray().ToList());
        Assert.Equal("Two Rivers <District>", world.GetProperty("totals").GetProperty("district").GetString());
        Assert.Equal("running", world.GetProperty("live").GetProperty("state").GetString());
    }

    [Fact]
    public async Task The_schools_attempts_add_up_to_the_worlds()
    {
        await PostAsync($"{World}/live/pause");
        await SettledAsync();
        var schools = (await GetAsync($"{World}/schools")).EnumerateArray().ToList();
        Assert.Equal(3, schools.Count);
        Assert.Equal(await school.CountAsync("attempts"), schools.Sum(s => s.GetProperty("attempts").GetInt64()));
        Assert.Equal(await school.CountAsync("students"), schools.Sum(s => s.GetProperty("students").GetInt64()));
        await PostAsync($"{World}/live/start");
    }

    [Fact]
    public async Task Every_classroom_is_there_with_its_students_and_their_mastery()
    {
        var rooms = (await GetAsync($"{World}/classrooms")).EnumerateArray().ToList();
        Assert.Equal(await school.CountAsync("classrooms"), rooms.Count);
        var busiest = rooms.MaxBy(room => room.GetProperty("attempts").GetInt32());
        var room = await GetAsync($"{World}/classrooms/{busiest.GetProperty("id").GetInt32()}?subject=science");
        var students = room.GetProperty("students").EnumerateArray().Select(s => s.GetProperty("id").GetInt32()).ToHashSet();
        Assert.Equal(busiest.GetProperty("students").GetInt32(), students.Count);
        Assert.NotEmpty(room.GetProperty("skills").EnumerateArray());
        Assert.NotEmpty(room.GetProperty("days").EnumerateArray());
        Assert.All(room.GetProperty("mastery").EnumerateArray(), cell =>
        {
            Assert.Contains(cell.GetProperty("student").GetInt32(), students);
            Assert.InRange(cell.GetProperty("mastery").GetInt32(), 0, 1000);
        });
    }

    [Fact]
    public async Task Students_come_page_by_page_in_the_order_of_their_names()
    {
        var names = new List<string>();
        for (var page = 1; page <= 5; page++)
        {
            var answer = await GetAsync($"{World}/students?page={page}&size=20");
            Assert.Equal(84, answer.GetProperty("total").GetInt32());
            names.AddRange(answer.GetProperty("students").EnumerateArray().Select(
                s => $"{s.GetProperty("familyName").GetString()}, {s.GetProperty("givenName").GetString()} {s.GetProperty("id").GetInt32():0000}"));
        }
        Assert.Equal(84, names.Count);
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
    }

    [Fact]
    public async Task Students_are_found_by_the_beginning_of_a_name()
    {
        var someone = (await GetAsync($"{World}/students?size=1")).GetProperty("students")[0];
        var name = $"{someone.GetProperty("givenName").GetString()} {someone.GetProperty("familyName").GetString()}";
        var found = await GetAsync($"{World}/students?search={Uri.EscapeDataString(name.ToUpperInvariant())}");
        Assert.Contains(found.GetProperty("students").EnumerateArray(), s => s.GetProperty("id").GetInt32() == someone.GetProperty("id").GetInt32());
        Assert.Equal(0, (await GetAsync($"{World}/students?search=%25")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_student_comes_with_subjects_days_and_careers_and_without_demographics()
    {
        var text = await school.Client.GetStringAsync($"{World}/students/40");
        var student = JsonDocument.Parse(text).RootElement;
        Assert.NotEmpty(student.GetProperty("subjects").EnumerateArray());
        Assert.NotEmpty(student.GetProperty("days").EnumerateArray());
        Assert.NotEmpty(student.GetProperty("journeys").EnumerateArray());
        Assert.All(
            (string[])["gender", "race", "birth", "iep", "ell", "frl"],
            word => Assert.DoesNotContain($"\"{word}", text, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("/api/worlds/none")]
    [InlineData("/api/worlds/No%20name")]
    [InlineData("/api/worlds/none/students")]
    [InlineData(World + "/students/9999")]
    [InlineData(World + "/classrooms/9999")]
    [InlineData("/w/none")]
    [InlineData("/w/a-b/students/9999")]
    [InlineData("/nowhere")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        using var answer = await school.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_page_that_is_not_there_says_so()
    {
        using var answer = await school.Client.GetAsync("/w/none");
        Assert.Contains("<h1>Not found</h1>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paused_world_stands_still_until_it_is_started()
    {
        Assert.Equal("paused", (await PostAsync($"{World}/live/pause")).GetProperty("state").GetString());
        await SettledAsync();
        var before = await school.CountAsync("attempts");
        Assert.Equal("running", (await PostAsync($"{World}/live/start")).GetProperty("state").GetString());
        await foreach (var activity in school.Engine.WatchAsync(CancellationToken.None))
        {
            if (activity.Activity.Kind == Learning.ActivityKind.Attempted)
            {
                break;
            }
        }
        Assert.True(await school.CountAsync("attempts") > before);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1e9)]
    public async Task A_speed_out_of_range_is_refused(double speed)
    {
        using var answer = await school.Client.PostAsJsonAsync($"{World}/live/speed", new { speed });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_page_from_elsewhere_cannot_control_a_world()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{World}/live/pause");
        request.Headers.Add("Origin", "http://elsewhere.example");
        using var answer = await school.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.NotEqual(Simulation.LiveState.Paused, school.Engine.Status.State);
    }

    [Fact]
    public async Task The_api_is_described()
    {
        var document = await GetAsync("/openapi/v1.json");
        var paths = document.GetProperty("paths").EnumerateObject().Select(path => path.Name).ToList();
        Assert.Contains("/api/worlds/{world}/classrooms/{id}", paths);
        Assert.Contains("/api/worlds/{world}/live/pause", paths);
        Assert.DoesNotContain(paths, path => path.StartsWith("/w/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_first_event_comes_at_once()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var stream = await school.Client.GetStreamAsync($"/live/{LivingSchool.World}/events", limit.Token);
        using var reader = new StreamReader(stream);
        Assert.Equal("event: changed", await reader.ReadLineAsync(limit.Token));
    }

    private async Task<JsonElement> GetAsync(string path) => await school.Client.GetFromJsonAsync<JsonElement>(path);

    private async Task<JsonElement> PostAsync(string path)
    {
        using var answer = await school.Client.PostAsync(path, null);
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>What was under way when a world was paused is stored once its count no longer changes.</summary>
    private async Task SettledAsync()
    {
        var (before, now) = (-1L, await school.CountAsync("attempts"));
        while (before != now)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System);
            (before, now) = (now, await school.CountAsync("attempts"));
        }
    }
}
