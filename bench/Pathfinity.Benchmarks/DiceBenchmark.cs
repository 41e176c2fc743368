using Pathfinity.Determinism;

namespace Pathfinity.Benchmarks;

/// <summary>Bare chance: what forks and exponentials cost, and what this machine gains from its other cores.</summary>
internal sealed class DiceBenchmark() : Benchmark("dice", "forked draws and exponentials on one core and on all")
{
    private const int Draws = 4_000_000;

    public override Task<IReadOnlyList<Figure>> RunAsync(BenchRun run, CancellationToken cancellation)
    {
        var seconds = Measure.Turns(
            run.Rounds,
            () => Draw(0),
            () => Exponentials(0),
            () => Measure.OnThreads(run.Threads, Draw));
        var one = Draws / seconds[0];
        return Task.FromResult<IReadOnlyList<Figure>>(
        [
            new("dice.draws", "draws/s", one),
            new("dice.exponentials", "draws/s", Draws / seconds[1]) { Baseline = new("draws without logarithm", one) },
            new("dice.threads", "draws/s", (double)Draws * run.Threads / seconds[2]) { Baseline = new("one thread", one) },
        ]);
    }

    /// <summary>Draws as the model does: a fork for each purpose, then a throw.</summary>
    public static void Draw(int thread)
    {
        var dice = Dice.Of(7).Fork(thread);
        var sum = 0.0;
        for (var i = 0; i < Draws; i++)
        {
            sum += dice.Fork(i).Unit;
        }
        Keep(sum);
    }

    public static void Exponentials(int thread)
    {
        var dice = Dice.Of(7).Fork(thread);
        var sum = 0.0;
        for (var i = 0; i < Draws; i++)
        {
            sum += dice.Fork(i).Exponential();
        }
        Keep(sum);
    }

    private static void Keep(double sum)
    {
        if (sum <= 0)
        {
            throw new InvalidOperationException("The dice gave nothing.");
        }
    }
}
