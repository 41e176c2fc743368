using System.Diagnostics;
using Npgsql;
using NodaTime;
using Pathfinity.Simulation;

namespace Pathfinity.Benchmarks;

/// <summary>What a page asks of a large world, whether it reads any attempts for it, and how the world goes.</summary>
internal sealed class DashboardBenchmark() : Benchmark(
    "dashboards", "queries of dashboards on a large world, the partitions of attempts they read, and the drop of the world")
{
    private const int Students = 3_000;
    private const int Seed = 7;
    private const double MillisecondsMost = 50;
    private const double DropSecondsMost = 3;
    private const int Askings = 15;
    private const string World = "bench_pages";
    private static readonly LocalDate From = new(2026, 1, 5);
    private static readonly LocalDate To = new(2026, 2, 28);

    /// <summary>Views as pages ask them: of a student, a classroom, a school, a career or a question.</summary>
    private static readonly (string Name, string Where)[] Pages =
    [
        ("student_mastery", "student_id = 100"), ("student_attendance", "student_id = 100"),
        ("career_exploration", "student_id = 100"), ("classroom_week", "classroom_id = 20"),
        ("classroom_rates", "classroom_id = 20"), ("skill_mastery", "classroom_id = 20"), ("struggle", "school_id = 0"),
        ("test_results", "classroom_id = 20"), ("daily_active_students", "school_id = 0"),
        ("weekly_active_students", "school_id = 0"), ("monthly_active_students", "school_id = 0"),
        ("attendance_week", "school_id = 0"), ("engagement_week", "school_id = 0"), ("chronic_absence", "school_id = 0"),
        ("intervention_effect", "school_id = 0"),
        ("question_quality", "question_id = 500"), ("distractor_use", "question_id = 500"), ("career_week", "career_id = 5"),
    ];

    public override async Task<IReadOnlyList<Figure>> RunAsync(BenchRun run, CancellationToken cancellation)
    {
        var worlds = new BenchWorlds(await run.Store(cancellation), run.Threads, cancellation);
        var spec = new WorldSpec { Seed = Seed, Students = run.Students ?? Students, From = From };
        await worlds.SimulateAsync(World, spec, SchoolCalendar.Number(To), Kept.All);
        var attempts = await worlds.AskAsync($"SELECT count(*) FROM world_{World}.attempts");
        await worlds.AnalyzeAsync();
        var figures = new List<Figure> { new("dashboards.attempts", "attempts in the world", attempts) };
        var scans = 0;
        await using (var connection = await worlds.Source.OpenConnectionAsync(cancellation))
        {
            foreach (var (name, where) in Pages)
            {
                var sql = $"SELECT * FROM world_{World}.{name} WHERE {where}";
                scans += await ScansAsync(connection, sql, cancellation);
                figures.Add(new($"dashboards.{name}", "ms", await MillisecondsAsync(connection, sql, cancellation))
                {
                    Limit = Limit.AtMost(MillisecondsMost),
                });
            }
        }
        figures.Add(new("dashboards.scans", "plans that read attempts", scans) { Limit = Limit.AtMost(0) });
        figures.Add(new("drop", "s", await Measure.SecondsAsync(() => worlds.DropAsync(World))) { Limit = Limit.AtMost(DropSecondsMost) });
        return figures;
    }

    private static async Task<double> MillisecondsAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        var taken = new List<double>();
        for (var i = 0; i < Askings; i++)
        {
            var started = Stopwatch.GetTimestamp();
            await using var command = new NpgsqlCommand(sql, connection);
            await using var reader = await command.ExecuteReaderAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
            }
            taken.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        return Measure.Median(taken);
    }

    /// <summary>1 when the plan has a partition of attempts in it: such a query grows with the world.</summary>
    private static async Task<int> ScansAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"EXPLAIN {sql}", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var reads = false;
        while (await reader.ReadAsync(cancellation))
        {
            reads |= reader.GetString(0).Contains(" attempts_", StringComparison.Ordinal);
        }
        return reads ? 1 : 0;
    }
}
