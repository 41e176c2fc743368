using System.Globalization;
using NodaTime;
using Pathfinity.Contracts;
using Pathfinity.Simulation;

namespace Pathfinity.Silo.Tests;

/// <summary>What classroom and course grains say of today is what the stored activity says.</summary>
[Collection(Towns.Name)]
public sealed class AggregateTests(Town town)
{
    private static readonly WorldSpec Spec = new() { Seed = 5, From = TownDatabase.Monday, Students = 98 };

    [Fact]
    public async Task Classrooms_and_courses_agree_with_the_database_and_do_so_again_after_a_loss()
    {
        await using var there = await town.NewAsync(Spec);
        await using var cluster = await Cluster.StartAsync(there, 2);
        await cluster.RunToAsync(there.Dawn(1) + Duration.FromHours(7));
        var roster = new PeopleBuilder(Spec).Build(0);

        var expected = new Dictionary<int, Sums>();
        foreach (var classroom in roster.Classrooms)
        {
            expected[classroom.Id] = await SumsAsync(there, [classroom]);
            Assert.Equal(expected[classroom.Id], await ViewAsync(cluster, classroom));
        }
        Assert.True(expected.Values.Sum(sums => sums.Attempts) > 100);
        foreach (var course in roster.Classrooms.GroupBy(classroom => classroom.Course.Id))
        {
            var view = await cluster.Silos.Client
                .GetGrain<ICourseGrain>(GrainKeys.Course(Town.World, course.Key)).ViewAsync();
            Assert.Equal(await SumsAsync(there, [.. course]), Sums.Of(view!));
        }
        foreach (var classroom in roster.Classrooms)
        {
            await cluster.Silos.DeactivateAsync(Grain(cluster, classroom));
            Assert.Equal(expected[classroom.Id], await ViewAsync(cluster, classroom));
        }
    }

    private static IClassroomGrain Grain(Cluster cluster, Classroom classroom) => cluster.Silos.Client
        .GetGrain<IClassroomGrain>(GrainKeys.Classroom(Town.World, classroom.School, classroom.Id));

    private static async Task<Sums> ViewAsync(Cluster cluster, Classroom classroom) =>
        Sums.Of((await Grain(cluster, classroom).ViewAsync())!);

    private static async Task<Sums> SumsAsync(TownDatabase there, Classroom[] classrooms)
    {
        var members = string.Join(',', classrooms.SelectMany(c => c.Members)
            .Select(member => member.Student.ToString(CultureInfo.InvariantCulture)));
        var today = $"FROM world.attempts WHERE day = DATE '1970-01-01' + {there.FirstDay + 1} AND (id >> 32) IN ({members})";
        return new Sums(
            (int)await there.AskAsync<long>($"SELECT count(*) {today}"),
            (int)await there.AskAsync<long>($"SELECT count(*) {today} AND correct"),
            await there.AskAsync<string>($"""
                SELECT coalesce(string_agg(student::text, ' ' ORDER BY student), '') FROM (
                    SELECT id >> 32 AS student {today} GROUP BY 1 HAVING count(*) >= 6 AND count(*) FILTER (WHERE correct) * 2 < count(*)) s
                """),
            await there.AskAsync<string>($"""
                SELECT string_agg(coalesce(n, 0)::text, ' ' ORDER BY tenth) FROM generate_series(0, 9) tenth LEFT JOIN (
                    SELECT least(mastery / 100, 9) AS of, count(*) AS n FROM (
                        SELECT DISTINCT ON (id >> 32, skill_id) mastery {today} ORDER BY id >> 32, skill_id, id DESC) last
                    GROUP BY 1) t ON t.of = tenth
                """));
    }

    private sealed record Sums(int Attempts, int Correct, string Struggling, string Tenths)
    {
        public static Sums Of(ClassroomView view) => new(
            view.Attempts, view.Correct, string.Join(' ', view.Struggling), string.Join(' ', view.MasteryTenths));
    }
}
