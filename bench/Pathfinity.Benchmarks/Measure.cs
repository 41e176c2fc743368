using System.Diagnostics;

namespace Pathfinity.Benchmarks;

/// <summary>Timing on a shared machine: what is compared is measured in turns, and the median counts.</summary>
public static class Measure
{
    /// <summary>Median of some values; the mean of the middle two when they are even in number.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? throw new ArgumentException("There is no median of nothing.", nameof(values))
            : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>Seconds that one call takes.</summary>
    public static double Seconds(Action work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var started = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Seconds that one asynchronous call takes.</summary>
    public static async Task<double> SecondsAsync(Func<Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var started = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>
    /// Median seconds of each piece of work over some rounds. The pieces take turns within a round, so that what else
    /// the machine does falls on all of them; a first round that nobody counts warms them up.
    /// </summary>
    public static double[] Turns(int rounds, params Action[] works) => Turns(Seconds, rounds, works);

    /// <summary>Times as <see cref="Turns(int, Action[])"/> does, in seconds of the process's own work on all cores.</summary>
    public static double[] CpuTurns(int rounds, params Action[] works) => Turns(CpuSeconds, rounds, works);

    private static double CpuSeconds(Action work)
    {
        var started = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - started).TotalSeconds;
    }

    private static double[] Turns(Func<Action, double> measure, int rounds, Action[] works)
    {
        ArgumentNullException.ThrowIfNull(works);
        var seconds = works.Select(_ => new List<double>(rounds)).ToArray();
        for (var round = -1; round < rounds; round++)
        {
            for (var i = 0; i < works.Length; i++)
            {
                var taken = measure(works[i]);
                if (round >= 0)
                {
                    seconds[i].Add(taken);
                }
            }
        }
        return Array.ConvertAll(seconds, Median);
    }

    /// <summary>Times as <see cref="Turns(int, Action[])"/> does when the same work runs on several threads at once.</summary>
    public static void OnThreads(int threads, Action<int> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var others = Enumerable.Range(1, threads - 1).Select(i => new Thread(() => work(i))).ToArray();
        Array.ForEach(others, thread => thread.Start());
        work(0);
        Array.ForEach(others, thread => thread.Join());
    }
}
