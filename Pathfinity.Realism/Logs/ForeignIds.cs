namespace Pathfinity.Realism;

/// <summary>Numbers instead of the identifiers of a log from elsewhere, which are dropped with this.</summary>
internal sealed class ForeignIds
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    public int Of(string id)
    {
        if (!numbers.TryGetValue(id, out var number))
        {
            numbers.Add(id, number = numbers.Count);
        }
        return number;
    }
}
