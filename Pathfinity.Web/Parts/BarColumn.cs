namespace Pathfinity.Web.Parts;

/// <summary>One column of a chart.</summary>
/// <param name="Label">Below it; empty for none.</param>
/// <param name="Title">What it is, before its values.</param>
/// <param name="Values">One for each series, from the bottom up.</param>
public sealed record BarColumn(string Label, string Title, IReadOnlyList<int> Values)
{
    public int Total => Values.Sum();
}
