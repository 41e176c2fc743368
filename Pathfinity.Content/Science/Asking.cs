using System.Collections.Immutable;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Science;

/// <summary>Wording that the item models of science share.</summary>
internal static class Asking
{
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
        var document = c.Document("notebook");
        var role = c.Rolls.Pick(work.Roles);
        var she = c.Rolls.Below(2) == 0;
        var name = (she ? "Ms. " : "Mr. ") + c.Rolls.Pick(FamilyNames);
        var who = she ? new Person(name, "she", "her", "her") : new Person(name, "he", "him", "his");
        return c.Young ? Early(c, work, document, role, who) : Later(c, work, document, role, who);
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

    private static Phrase Early(Commission c, WorkContext work, string document, string role, Person who) => c.Rolls.Below(4) switch
    {
        0 => $"Your class visits {work.Setting}. {who.Name} is {Words.A(role)} there and made a game on the back of the {document}. ",
        1 => $"You visit {work.Setting}. {who.Name} puts the {document} away and asks you this. ",
        2 => $"{who.Name} is {Words.A(role)} at {work.Setting}. {who.Subject} drew a puzzle for you beside the {document}. ",
        _ => $"{who.Name} works at {work.Setting}. A card for children hangs next to the {document}. ",
    };

    private static Phrase Later(Commission c, WorkContext work, string document, string role, Person who) => c.Rolls.Below(6) switch
    {
        0 => $"A class visits {work.Setting}. {who.Name}, {Words.A(role)}, wrote this task for them on the back of the {document}. ",
        1 => $"{who.Name} is {Words.A(role)} at {work.Setting} and takes a science course. A task from it lies on the {document}. ",
        2 => $"In a break at {work.Setting}, {who.Name} shows you a page of a science magazine that lies beside the {document}. ",
        3 => $"At {work.Setting}, {who.Name} and you prepare a science table for open day. One task stands on the back of an old {document}. ",
        4 => $"{who.Name}, {Words.A(role)} at {work.Setting}, puts the {document} aside and helps you with science. ",
        _ => $"You spend a day with {Words.A(role)} at {work.Setting}. The {document} is done, and you talk about science. ",
    };
}
