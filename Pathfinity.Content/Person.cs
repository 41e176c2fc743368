using System.Collections.Immutable;
using Pathfinity.Determinism;

namespace Pathfinity.Content;

/// <summary>Somebody in a question. Names and pronouns are drawn apart from roles and outcomes.</summary>
internal sealed record Person(string Name, string They, string Them, string Their)
{
    /// <summary>"She".</summary>
    public string Subject => Words.Cap(They);

    public string Possessive => Name.EndsWith('s') ? Name + "’" : Name + "’s";
}

/// <summary>The names that questions use, half of them with either pronoun; short ones can be sounded out.</summary>
internal static class Cast
{
    private static readonly ImmutableArray<string> She =
    [
        "Ana", "Maya", "Rosa", "Lena", "Amara", "Mei", "Priya", "Zoe", "Nina", "Leila", "Tara", "Ivy", "Nora", "Sofia",
        "Aisha", "Hana", "Ruth", "Elena", "Keiko", "Dalia", "Grace", "Imani", "Paloma", "Wren",
    ];

    private static readonly ImmutableArray<string> He =
    [
        "Omar", "Leo", "Diego", "Sam", "Kofi", "Jin", "Arjun", "Noah", "Mateo", "Ravi", "Eli", "Hugo", "Tomas", "Malik",
        "Yusuf", "Kenji", "Paul", "Andre", "Felix", "Samir", "Caleb", "Dante", "Rafael", "Otis",
    ];

    private static readonly ImmutableArray<string> ShortShe = ["Pam", "Kim", "Meg", "Jan", "Peg", "Liz"];

    private static readonly ImmutableArray<string> ShortHe = ["Sam", "Ned", "Tim", "Ben", "Rob", "Gus"];

    /// <summary>A person; with <paramref name="easy"/> one whose name a beginner can sound out.</summary>
    public static Person Draw(Rolls rolls, bool easy = false, Person? besides = null)
    {
        while (true)
        {
            var person = rolls.Below(2) == 0
                ? new Person(rolls.Pick(easy ? ShortShe : She), "she", "her", "her")
                : new Person(rolls.Pick(easy ? ShortHe : He), "he", "him", "his");
            if (person.Name != besides?.Name)
            {
                return person;
            }
        }
    }

    public static bool Knows(string name) =>
        She.Contains(name) || He.Contains(name) || ShortShe.Contains(name) || ShortHe.Contains(name);
}
