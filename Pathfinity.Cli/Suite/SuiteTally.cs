using System.Collections.Immutable;

namespace Pathfinity.Cli.Suite;

/// <summary>A test, or a whole project where none of its tests could run, and what there is to say of it.</summary>
internal sealed record TestNote(string Test, string Message);

/// <summary>Counts of real results.</summary>
internal sealed record SuiteTally(int Passed, ImmutableArray<TestNote> Failures, ImmutableArray<TestNote> Skips)
{
    public static readonly SuiteTally Empty = new(0, [], []);

    /// <summary>What tests that ran have written.</summary>
    public ImmutableArray<TestNote> Said { get; init; } = [];

    public int Failed => Failures.Length;

    public int Skipped => Skips.Length;

    /// <summary>Nothing failed, and something ran.</summary>
    public bool Ok => Failed == 0 && Passed > 0;

    public static SuiteTally Failure(string test, string message) => new(0, [new(test, message)], []);

    public static SuiteTally Skip(string test, string message) => new(0, [], [new(test, message)]);

    public static SuiteTally operator +(SuiteTally left, SuiteTally right) => new(
        left.Passed + right.Passed, left.Failures.AddRange(right.Failures), left.Skips.AddRange(right.Skips))
    {
        Said = left.Said.AddRange(right.Said),
    };

    public override string ToString() => $"{Passed} passed, {Failed} failed, {Skipped} skipped";
}
