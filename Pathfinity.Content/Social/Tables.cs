using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Pathfinity.Content.SocialStudies;

/// <summary>What item models read from the table of a skill, read once for each library.</summary>
internal static class Tables
{
    private static readonly ConditionalWeakTable<ContentLibrary, ConcurrentDictionary<(Type, string), object>> Read = [];

    /// <summary>The table that stands under the name, read when it is first asked for.</summary>
    public static T Of<T>(Commission c, string name, Func<T> read)
        where T : class =>
        (T)Read.GetOrCreateValue(c.Library).GetOrAdd((typeof(T), name), static (_, make) => make(), read);
}
