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

    /// <summary>What a page asks for, by the first of these columns that a view has; a view with none is asked whole.</summary>
    private static readonly (string Column, string Of)[] Askers =
    [
        ("student_id", "100"), ("classroom_id", "20"), ("teacher_id", "4"), ("question_id", "500"),
        ("skill", "(SELECT skill FROM catalogue.questions WHERE number = 500)"), ("career_id", "5"), ("course_id", "3"), ("school_id", "0"),
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
            foreach (var (name, columns) in await ViewsAsync(connection, cancellation))
            {
                var asker = Askers.FirstOrDefault(asker => columns.Contains(asker.Column));
                var sql = $"SELECT * FROM world_{World}.{name}" + (asker.Column is null ? "" : $" WHERE {asker.Column} = {asker.Of}");
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

    private static async Task<List<(string Name, string[] Columns)>> ViewsAsync(
        NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand($"""
            SELECT c.relname::text, array_agg(a.attname::text) FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
            WHERE c.relnamespace = 'world_{World}'::regnamespace AND c.relkind = 'v' GROUP BY c.relname ORDER BY c.relname
            """, connection);
        var views = new List<(string, string[])>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            views.Add((reader.GetString(0), reader.GetFieldValue<string[]>(1)));
        }
        return views;
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
