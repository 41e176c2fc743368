using Pathfinity.Determinism;

namespace Pathfinity.Content;

/// <summary>Somebody in a question. Names and pronouns are drawn apart from roles and outcomes.</summary>
internal sealed record Person(string Name, string They, string Them, string Their)
{
    /// <summary>"She".</summary>
    public string Subject { get; } = Words.Cap(They);

    public string Possessive { get; } = Name.EndsWith('s') ? Name + "’" : Name + "’s";
}

/// <summary>The names that questions use, half of them with either pronoun; short ones can be sounded out.</summary>
internal static class Cast
{
    private static readonly Person[] She = Women(
        "Ana", "Maya", "Rosa", "Lena", "Amara", "Mei", "Priya", "Zoe", "Nina", "Leila", "Tara", "Ivy", "Nora", "Sofia",
        "Aisha", "Hana", "Ruth", "Elena", "Keiko", "Dalia", "Grace", "Imani", "Paloma", "Wren");

    private static readonly Person[] He = Men(
        "Omar", "Leo", "Diego", "Sam", "Kofi", "Jin", "Arjun", "Noah", "Mateo", "Ravi", "Eli", "Hugo", "Tomas", "Malik",
        "Yusuf", "Kenji", "Paul", "Andre", "Felix", "Samir", "Caleb", "Dante", "Rafael", "Otis");

    private static readonly Person[] ShortShe = Women("Pam", "Kim", "Meg", "Jan", "Peg", "Liz");

    private static readonly Person[] ShortHe = Men("Sam", "Ned", "Tim", "Ben", "Rob", "Gus");

    /// <summary>A person; with <paramref name="easy"/> one whose name a beginner can sound out.</summary>
    public static Person Draw(Rolls rolls, bool easy = false, Person? besides = null)
    {
        while (true)
        {
            var person = rolls.Below(2) == 0 ? rolls.Pick(easy ? ShortShe : She) : rolls.Pick(easy ? ShortHe : He);
            if (person.Name != besides?.Name)
            {
                return person;
            }
        }
    }

    public static bool Knows(string name) =>
        She.Concat(He).Concat(ShortShe).Concat(ShortHe).Any(person => person.Name == name);

    private static Person[] Women(params ReadOnlySpan<string> names) => Named(names, "she", "her", "her");

    private static Person[] Men(params ReadOnlySpan<string> names) => Named(names, "he", "him", "his");

    private static Person[] Named(ReadOnlySpan<string> names, string they, string them, string their)
    {
        var people = new Person[names.Length];
        for (var i = 0; i < people.Length; i++)
        {
            people[i] = new Person(names[i], they, them, their);
        }
        return people;
    }
}
