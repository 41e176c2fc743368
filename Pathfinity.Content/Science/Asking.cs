using System.Collections.Immutable;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Science;

/// <summary>Wording that the item models of science share.</summary>
internal static class Asking
{
    /// <summary>New staff does not train what children learn.</summary>
    private static readonly Grade StaffFrom = Grade.Parse("6");

    private static readonly int[] AtWork = [1, 0, 2, 3, 4, 5]; // forms of asking, that of staff first

    private static readonly int[] AtSchool = [2, 3, 4, 5];

    /// <summary>Grown-ups at work, so that they are not taken for the children of a question.</summary>
    private static readonly ImmutableArray<string> FamilyNames =
    [
        "Adams", "Baker", "Chen", "Diaz", "Evans", "Flores", "Gupta", "Hill", "Ito", "Jones", "Khan", "Lopez", "Martin",
        "Nguyen", "Okafor", "Patel", "Reyes", "Silva", "Tanaka", "Usman", "Vega", "Wong", "Young", "Zhang",
    ];

    /// <summary>Text that is wording, not a slot: it stays in the mask.</summary>
    public static Phrase Wording(string text)
    {
        var phrase = new Phrase(text.Length, 0);
        phrase.AppendLiteral(text);
        return phrase;
    }

    /// <summary>Who asks at work and on which document the task stands; nothing without a work context.</summary>
    public static Phrase Lead(Commission c)
    {
        if (c.Work is not { } work)
        {
            return $"";
        }
        c.Use(WorkUse.Document);
        var bench = Bench.Draw(c);
        var she = c.Rolls.Below(2) == 0;
        var name = (she ? "Ms. " : "Mr. ") + c.Rolls.Pick(FamilyNames);
        var who = she ? new Person(name, "she", "her", "her") : new Person(name, "he", "him", "his");
        var visited = work.Key is not ("school" or "preschool"); // where children are at home
        return c.Young ? Early(work, bench, who, visited ? c.Rolls.Below(4) : 2 + c.Rolls.Below(2))
            : Later(work, bench, who, c.Rolls.Pick(!visited ? AtSchool : c.Grade < StaffFrom ? AtWork[1..] : AtWork));
    }

    /// <summary>Scenarios show at least three options; a draft with fewer is refused there.</summary>
    public static Draft? Enough(Commission c, Draft draft) => draft.Wrongs.Count < (c.Work is null ? 1 : 2) ? null : draft;

    /// <summary>A case as a sentence, or a sentence around a thing.</summary>
    public static Phrase Case(Commission c, string text)
    {
        if (!char.IsLower(text[0]))
        {
            return Wording(Stopped(text));
        }
        var who = c.Person();
        return c.Rolls.Below(4) switch
        {
            0 => $"Think of {text}.",
            1 => $"Imagine {text}.",
            2 => $"This is about {text}.",
            _ => $"{who.Name} asks about {text}.",
        };
    }

    /// <summary>The text with a full stop, unless it ends a sentence already.</summary>
    public static string Stopped(string text) => text[^1] is '.' or '?' or '!' ? Words.Cap(text) : Words.Cap(text) + ".";

    /// <summary>Lines (1), (2), ... for things that a question lists.</summary>
    public static Phrase Lines(IReadOnlyList<string> lines)
    {
        var phrase = new Phrase(0, lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            phrase.AppendLiteral(i == 0 ? "" : "\n");
            phrase.AppendLiteral($"({i + 1}) ");
            phrase.AppendFormatted(Stopped(lines[i]));
        }
        return phrase;
    }

    public static string Quoted(string text) => $"“{text}”";

    private static Phrase Early(WorkContext work, Bench bench, Person who, int pick) => pick switch
    {
        0 => $"You visit {work.Setting}. {who.Name}, {Words.A(bench.Role)}, has a question for you: ",
        1 => $"Children visit {work.Setting}. {who.Name}, {Words.A(bench.Role)}, asks them this: ",
        2 => $"{who.Name} is {Words.A(bench.Role)} at {work.Setting}. {who.Subject} asks the children this: ",
        _ => $"{who.Name} works at {work.Setting} as {Words.A(bench.Role)}. {who.Subject} comes to your class and asks: ",
    };

    private static Phrase Later(WorkContext work, Bench bench, Person who, int pick) => pick switch
    {
        0 => $"A school class visits {work.Setting}. {who.Name}, {Words.A(bench.Role)}, sets this problem: ",
        1 => $"At {work.Setting}, {who.Name} trains new staff in science. This is one of the problems: ",
        2 => $"{who.Name}, {Words.A(bench.Role)} at {work.Setting}, tutors a student after work. Today they solve this: ",
        3 => $"{who.Name} is {Words.A(bench.Role)} at {work.Setting} and writes a science quiz. One question reads: ",
        4 => $"A science problem is pinned up beside the {bench.Paper} at {work.Setting}. {who.Name}, {Words.A(bench.Role)}, asks you to solve it: ",
        _ => $"A student spends a day with {who.Name}, {Words.A(bench.Role)} at {work.Setting}, and is asked this: ",
    };
}
