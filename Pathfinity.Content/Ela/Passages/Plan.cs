using System.Collections.Immutable;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Ela;

/// <summary>A passage before it is told: what happens or is so, what follows from what, and in which orders it may be told.</summary>
/// <param name="Genre">With its article: "a news report".</param>
/// <param name="From">First grade that reads it.</param>
/// <param name="To">Last grade that reads it.</param>
/// <param name="Notes">Main point, shape and the like, by name; parts of a list between semicolons.</param>
/// <param name="Facts">What is drawn anew for each telling.</param>
/// <param name="Tellings">Each an order of moves; a telling takes the wording of its own number.</param>
internal sealed record Plan(
    string Key, string Genre, Grade From, Grade To, IReadOnlyDictionary<string, string> Notes,
    ImmutableArray<Fact> Facts, ImmutableArray<Move> Moves, ImmutableArray<ImmutableArray<Step>> Tellings,
    ImmutableArray<TextQuestion> Questions)
{
    public Move Move(string name) => Moves.First(m => m.Name == name);

    public Fact Fact(string name) => Facts.First(f => f.Name == name);

    public ImmutableArray<string> List(string note) =>
        Notes.TryGetValue(note, out var text) ? [.. text.Split(';').Select(t => t.Trim())] : [];

    /// <summary>Moves from which this one follows, however far back.</summary>
    public IEnumerable<Move> Causes(Move move)
    {
        for (var cause = move.Because; cause is not null; cause = Move(cause).Because)
        {
            yield return Move(cause);
        }
    }
}

/// <summary>What differs from telling to telling.</summary>
/// <param name="Pool">The values it may take; empty when it is computed.</param>
/// <param name="Formula">An expression over other facts, or empty.</param>
/// <param name="Kin">A fact of the same pool, which never takes the same value in one telling; empty for none.</param>
/// <param name="Ask">Questions that ask for it.</param>
/// <param name="About">What it is about, to follow "about": "the day of the opening".</param>
internal sealed record Fact(
    string Name, ImmutableArray<string> Pool, string Formula, string Kin, ImmutableArray<string> Ask, string About);

/// <summary>One event or statement of a plan.</summary>
/// <param name="Role">What it does in the text, to follow "it": "gives a reason"; empty for nothing to ask about.</param>
/// <param name="Time">Its place in the order of events; 0 for what is no event.</param>
/// <param name="Because">The move that brought it about.</param>
/// <param name="Says">The same in one plain sentence, for options.</param>
/// <param name="Forms">A wording for each telling.</param>
internal sealed record Move(
    string Name, string Role, int Time, string? Because, string Says, ImmutableArray<string> Forms);

/// <summary>A move in a telling.</summary>
/// <param name="Optional">True when the telling can do without it.</param>
/// <param name="Opens">True when it opens a paragraph.</param>
internal readonly record struct Step(string Move, bool Optional, bool Opens);
