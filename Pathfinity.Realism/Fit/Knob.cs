using Pathfinity.Learning;

namespace Pathfinity.Realism;

/// <summary>How a constant of the model answers to what its statistic lacks.</summary>
internal enum Answer
{
    /// <summary>By the difference of the statistics.</summary>
    Difference,

    /// <summary>By the ratio of the statistics.</summary>
    Ratio,
}

/// <summary>A constant of the model and the statistic of a log that tells it.</summary>
/// <param name="Key">Its key in a spec.</param>
/// <param name="Needs">What a log must have to tell it.</param>
internal sealed record Knob(
    string Key, string Title, string Needs, Answer Answer, double Low, double High, Func<Measures, double?> Statistic,
    Func<ModelParameters, double> Get, Func<ModelParameters, double, ModelParameters> Set)
{
    private const double Haste = 0.9;
    private const double RatioMax = 2.5;

    /// <summary>The constant moved so that a world made with it comes nearer to the log.</summary>
    /// <param name="wanted">The statistic of the log.</param>
    /// <param name="made">That of the world that the constants as they are made.</param>
    public ModelParameters Turn(ModelParameters model, double wanted, double made)
    {
        var now = Get(model);
        var moved = Answer == Answer.Difference || now <= 0 || wanted <= 0 || made <= 0
            ? now + (Haste * (wanted - made))
            : now * Math.Pow(Math.Clamp(wanted / made, 1 / RatioMax, RatioMax), Haste);
        return Set(model, Math.Clamp(moved, Low, High));
    }
}
