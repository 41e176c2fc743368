using System.Collections.Immutable;
using Pathfinity.Curriculum;

namespace Pathfinity.Content;

/// <summary>
/// What an item model writes. Numeric and text drafts become choices by themselves where a container shows options,
/// as long as they have enough wrong answers.
/// </summary>
internal sealed class Draft
{
    private readonly List<Response> wrongs = [];

    public required QuestionKind Kind { get; init; }

    public required Phrase Stem { get; init; }

    public Figure? Figure { get; init; }

    /// <summary>
    /// The right answer: one text; for multi every right option; for order the right sequence; for match the
    /// right-hand text of each prompt.
    /// </summary>
    public required ImmutableArray<string> Key { get; init; }

    /// <summary>The left column of a match.</summary>
    public ImmutableArray<string> Prompts { get; init; } = [];

    /// <summary>Options in a fixed order, such as &lt; = &gt;; empty to have them shuffled.</summary>
    public ImmutableArray<string> Shown { get; init; } = [];

    /// <summary>What stands around the answer: "{} cm", "${}".</summary>
    public string Frame { get; init; } = "{}";

    public required Demand Demand { get; init; }

    /// <summary>Logits above what is usual for the skill.</summary>
    public double Difficulty { get; init; }

    /// <summary>Helps without giving the answer.</summary>
    public required string Hint { get; init; }

    /// <summary>Why the key is right, with this question's numbers.</summary>
    public required string Rationale { get; init; }

    public required Proof Proof { get; init; }

    public IReadOnlyList<Response> Wrongs => wrongs;

    /// <summary>
    /// What a bug yields here; the reason is left out when the bug's own description says enough. For multi the wrong
    /// option alone.
    /// </summary>
    public Draft Wrong(string bug, string given, string? reason = null) => Wrong(bug, [given], reason);

    /// <inheritdoc cref="Wrong(string, string, string?)"/>
    public Draft Wrong(string bug, long given, string? reason = null) => Wrong(bug, [Words.Number(given)], reason);

    /// <inheritdoc cref="Wrong(string, string, string?)"/>
    public Draft Wrong(string bug, Fraction given, string? reason = null) => Wrong(bug, [given.ToString()], reason);

    /// <inheritdoc cref="Wrong(string, string, string?)"/>
    public Draft Wrong(string bug, ImmutableArray<string> given, string? reason = null)
    {
        wrongs.Add(new Response(given, bug, reason ?? ""));
        return this;
    }

    /// <summary>As <see cref="Wrong(string, long, string?)"/>, left out when it equals the key or an earlier wrong answer.</summary>
    public Draft Maybe(string bug, string given, string? reason = null) =>
        Key[0] == given || wrongs.Any(w => w.Given[0] == given) ? this : Wrong(bug, given, reason);

    /// <inheritdoc cref="Maybe(string, string, string?)"/>
    public Draft Maybe(string bug, long given, string? reason = null) => Maybe(bug, Words.Number(given), reason);

    /// <inheritdoc cref="Maybe(string, string, string?)"/>
    public Draft Maybe(string bug, Fraction given, string? reason = null) => Maybe(bug, given.ToString(), reason);
}
