namespace Pathfinity.Realism;

/// <summary>What several statistics of one part of a log need, each computed once when it is asked for.</summary>
internal sealed class Measures
{
    private const int FirstOpportunities = 10;
    private readonly Lazy<LearnerModels.Factors?> factors;
    private readonly Lazy<List<Bkt>> knowledge;
    private readonly Lazy<CircumstanceEffects?> circumstances;
    private readonly Lazy<LogAttempt[][]> sequences;
    private readonly Lazy<ResponseTimes?> times;

    public Measures(Log log)
    {
        Log = log;
        factors = new(() => LearnerModels.AdditiveFactors(log, FirstOpportunities));
        knowledge = new(() => LearnerModels.KnowledgeTracing(log));
        circumstances = new(() => CircumstanceEffects.Of(log));
        sequences = new(() => [.. log.Sequences()]);
        times = new(() => ResponseTimes.Of(log));
    }

    public Log Log { get; }

    public LearnerModels.Factors? Factors => factors.Value;

    public CircumstanceEffects? Circumstances => circumstances.Value;

    public ResponseTimes? Times => times.Value;

    /// <summary>Attempts of each student at each skill.</summary>
    public LogAttempt[][] Sequences => sequences.Value;

    /// <summary>A parameter of knowledge tracing, in the median over skills.</summary>
    public double? Knowledge(Func<Bkt, double> parameter) =>
        knowledge.Value.Count < 5 ? null : Moments.Median(knowledge.Value.Select(parameter));

    public double? Accuracy(Func<LogAttempt, bool> of, int least = 100)
    {
        var (right, all) = (0, 0);
        foreach (var attempt in Log.Attempts)
        {
            if (of(attempt))
            {
                all++;
                right += attempt.Correct ? 1 : 0;
            }
        }
        return all < least ? null : (double)right / all;
    }
}
