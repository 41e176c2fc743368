namespace Pathfinity.Content;

/// <summary>An item model that is one function.</summary>
/// <param name="works">True when it can take quantities, documents or decisions from a work context.</param>
internal sealed class Family(string id, Func<Commission, Draft?> write, bool works = false, int version = 1)
    : ItemModel(id, version)
{
    public override bool Works => works;

    public override Draft? Write(Commission c) => write(c);
}
