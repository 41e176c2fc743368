namespace Pathfinity.Cli;

/// <summary>Shows on a bar how much of some work is done, told from 0 to 1.</summary>
internal sealed class PartsReporter(ProgressBar bar) : IProgress<double>
{
    private const int Parts = 1000;

    public void Report(double value) => bar.Report((long)(value * Parts), Parts);
}
