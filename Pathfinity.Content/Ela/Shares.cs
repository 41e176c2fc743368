using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Pathfinity.Content.Ela;

/// <summary>
/// Deals the questions of texts among the facets of a grade that could ask them, as evenly as they allow: no question
/// is asked under two skills, or under two facets of one, so that nobody who has learnt one of them knows it by heart.
/// </summary>
internal static class Shares
{
    private static readonly ConditionalWeakTable<ContentLibrary, ConcurrentDictionary<(string Model, string Cell), object>> Dealt = [];
    private static readonly ConditionalWeakTable<Params, object> Found = [];

    /// <summary>What the binding that is commissioned could ask and falls to its facet.</summary>
    /// <param name="asks">What a binding with such parameters could ask in this grade; texts that are equal are one.</param>
    public static ImmutableArray<T> Of<T>(Commission c, string model, Func<Params, IEnumerable<T>> asks)
        where T : notnull
    {
        if (Found.TryGetValue(c.Params, out var found))
        {
            return (ImmutableArray<T>)found;
        }
        var cell = Cell(c.Skill.Id);
        var hands = (Dictionary<(string, string), ImmutableArray<T>>)Dealt.GetOrCreateValue(c.Library)
            .GetOrAdd((model, cell), _ => Deal(c.Library, model, cell, asks));
        var could = asks(c.Params).ToImmutableArray();
        var own = could.ToHashSet();
        ImmutableArray<T> dealt = [.. hands.GetValueOrDefault((c.Skill.Id, c.Facet), could).Where(own.Contains)];
        return (ImmutableArray<T>)Found.GetValue(c.Params, _ => dealt.IsEmpty ? could : dealt);
    }

    /// <summary>The part of a skill's id that names subject and grade: "ela.3.".</summary>
    private static string Cell(string skill) => skill[..(skill.IndexOf('.', skill.IndexOf('.', StringComparison.Ordinal) + 1) + 1)];

    private static Dictionary<(string Skill, string Facet), ImmutableArray<T>> Deal<T>(
        ContentLibrary library, string model, string cell, Func<Params, IEnumerable<T>> asks)
        where T : notnull
    {
        var hands = library.TaughtSkills.Where(id => id.StartsWith(cell, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .SelectMany(id => library.TeachingOrNone(id)!.Bindings.Where(binding => binding.Model.Id == model)
                .GroupBy(binding => binding.Facet)
                .Select(facet => new Hand<T>((id, facet.Key), [.. facet.SelectMany(binding => asks(binding.Params)).Distinct()])))
            .ToArray();
        foreach (var question in hands.SelectMany(hand => hand.Could).Distinct())
        {
            hands.Where(hand => hand.Asks(question)).MinBy(hand => hand.Own.Count)!.Own.Add(question);
        }
        return hands.ToDictionary(hand => hand.Facet, hand => hand.Own.Count > 0 ? [.. hand.Own] : hand.Could);
    }

    private sealed class Hand<T>((string Skill, string Name) facet, ImmutableArray<T> could)
        where T : notnull
    {
        private readonly HashSet<T> could = [.. could];

        public (string Skill, string Name) Facet => facet;

        public ImmutableArray<T> Could { get; } = could;

        public List<T> Own { get; } = [];

        public bool Asks(T question) => could.Contains(question);
    }
}
