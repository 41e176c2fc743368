using System.Collections.Immutable;

namespace Pathfinity.Content.SocialStudies;

/// <summary>Several different people for one question.</summary>
internal static class Roster
{
    private static readonly ImmutableArray<string> Easy =
        ["Pam", "Kim", "Meg", "Jan", "Peg", "Liz", "Sam", "Ned", "Tim", "Ben", "Rob", "Gus"];

    private static readonly ImmutableArray<string> Wide =
    [
        "Ana", "Maya", "Rosa", "Lena", "Amara", "Mei", "Priya", "Nina", "Tara", "Nora", "Hana", "Elena", "Omar", "Leo", "Diego",
        "Kofi", "Jin", "Arjun", "Noah", "Mateo", "Ravi", "Hugo", "Malik", "Yusuf",
    ];

    public static string[] Draw(Commission c, int count) => c.Rolls.Shuffle(c.Young ? Easy : Wide)[..count];
}
