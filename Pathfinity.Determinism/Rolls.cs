namespace Pathfinity.Determinism;

/// <summary>
/// Throws in order from forks 0, 1, 2, ... of one die, for an author that draws many in a row. Never shared and
/// never stored: its owner makes it, uses it and lets it go.
/// </summary>
public sealed class Rolls(Dice dice)
{
    private int count;

    /// <summary>The next die.</summary>
    public Dice Next() => dice.Fork(count++);

    /// <inheritdoc cref="Dice.Below"/>
    public int Below(int limit) => Next().Below(limit);

    /// <inheritdoc cref="Dice.Between"/>
    public int Between(int low, int high) => Next().Between(low, high);

    /// <inheritdoc cref="Dice.Chance"/>
    public bool Chance(double p) => Next().Chance(p);

    /// <inheritdoc cref="Dice.Pick"/>
    public T Pick<T>(IReadOnlyList<T> values) => Next().Pick(values);

    /// <inheritdoc cref="Dice.Shuffle"/>
    public T[] Shuffle<T>(IReadOnlyList<T> values) => Next().Shuffle(values);
}
