using System.Globalization;

namespace Pathfinity.Content;

/// <summary>What a model's tokens cost, in US dollars a million: so in millionths of a dollar each.</summary>
public sealed record Price(decimal Input, decimal Output)
{
    private const decimal Written = 1.25m; // of the input's price, for tokens that enter the cache for five minutes
    private const decimal Read = 0.1m; // for tokens that come from it
    private const decimal Batch = 0.5m;

    /// <summary>The price of a model, by its name or by that of which it is a dated snapshot; null where none is listed.</summary>
    public static Price? Of(string model) => Listed()
        .Where(row => model == row.Model || model.StartsWith(row.Model + "-2", StringComparison.Ordinal))
        .Select(row => row.Price).FirstOrDefault();

    /// <summary>In millionths of a dollar, rounded up.</summary>
    public long MicrosOf(ChatUsage usage, bool batch)
    {
        ArgumentNullException.ThrowIfNull(usage);
        var input = usage.Input + (usage.CacheWritten * Written) + (usage.CacheRead * Read);
        return (long)decimal.Ceiling(((input * Input) + (usage.Output * Output)) * (batch ? Batch : 1));
    }

    /// <summary>What a request costs at most.</summary>
    internal long MostOf(ChatAsk ask, bool batch) => MicrosOf(new ChatUsage(0, ChatAsk.OutputMax, ask.InputMax, 0), batch);

    private static IEnumerable<(string Model, Price Price)> Listed() =>
        from line in Prompt.Resource("Prompts/prices.txt").Split('\n')
        where line.Length > 0 && line[0] != '#'
        let cells = line.Split('|', StringSplitOptions.TrimEntries)
        select (cells[0], new Price(
            decimal.Parse(cells[1], CultureInfo.InvariantCulture), decimal.Parse(cells[2], CultureInfo.InvariantCulture)));
}

/// <summary>Counts what is spent and what may still be charged, and lets nothing be asked that could exceed the budget.</summary>
internal sealed class Meter(long budgetMicros)
{
    private long reserved;

    /// <summary>Charged, or possibly charged where no answer came back.</summary>
    public long SpentMicros { get; private set; }

    public bool Allows(long micros) => SpentMicros + reserved + micros <= budgetMicros;

    public void Reserve(long micros) => reserved += micros;

    public void Settle(long reservedMicros, long micros)
    {
        reserved -= reservedMicros;
        SpentMicros += micros;
    }
}
