namespace Pathfinity.Content.Ela;

/// <summary>How a line of language is shown: plain in a lesson, on one of the papers of a workplace otherwise.</summary>
internal static class Stems
{
    /// <summary>Words that belong to the wording, not to a slot.</summary>
    public static Phrase Wording(string text)
    {
        var phrase = new Phrase(text.Length, 0);
        phrase.AppendLiteral(text);
        return phrase;
    }

    /// <summary>A quoted line and a question on it.</summary>
    public static Phrase Quoting(Commission c, Slots slots, Bank bank, Phrase text, Phrase ask)
    {
        if (c.Work is null)
        {
            return c.Rolls.Below(3) switch
            {
                0 => $"Read this: “{text}” {ask}",
                1 => $"{ask} “{text}”",
                _ => $"“{text}” {ask}",
            };
        }
        return $"{Reading(c, slots)} “{text}” {ask}";
    }

    /// <summary>The question, with the people and the paper of the workplace before it when there is one.</summary>
    public static Phrase AtWork(Commission c, Slots slots, Phrase ask)
    {
        if (c.Work is null)
        {
            return ask;
        }
        var (name, role, place, paper) = (slots.Who(3).Name, slots["a role"], slots["place"], slots["paper"]);
        return c.Rolls.Below(4) switch
        {
            0 => $"{name} is {role} at {place}. Some lines could go on the {paper}. {ask}",
            1 => $"At {place}, {name} chooses a line for the {paper}. {ask}",
            2 => $"The {paper} at {place} needs one more line. {name} looks at these. {ask}",
            _ => $"{name}, {role} at {place}, sorts lines from the {paper}. {ask}",
        };
    }

    private static Phrase Reading(Commission c, Slots slots)
    {
        var (name, role, place, paper) = (slots.Who(3).Name, slots["a role"], slots["place"], slots["paper"]);
        return c.Rolls.Below(4) switch
        {
            0 => $"{name} is {role} at {place}. A note on the {paper} says:",
            1 => $"At {place}, {name} reads this line on the {paper}:",
            2 => $"{name}, {role} at {place}, adds a line to the {paper}:",
            _ => $"At {place} somebody wrote on the {paper}:",
        };
    }
}
