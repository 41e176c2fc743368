namespace Pathfinity.Content.Ela;

/// <summary>How a line of language is shown: plain in a lesson, in writing or reading done at a workplace otherwise.</summary>
internal static class Stems
{
    /// <summary>Words that belong to the wording, not to a slot.</summary>
    public static Phrase Wording(string text)
    {
        var phrase = new Phrase(text.Length, 0);
        phrase.AppendLiteral(text);
        return phrase;
    }

    /// <summary>In quotation marks, unless it begins with some.</summary>
    public static string Quote(string text) => text[0] == '“' ? text : $"“{text}”";

    /// <summary>A question on one option, asked of several that are right; those that say "one" are left out.</summary>
    public static string OfAll(Commission c, IEnumerable<string> asks, params string[] otherwise)
    {
        var fit = asks.Select(Every).Where(ask => !Ones.Any(one => ask.Contains(one, StringComparison.OrdinalIgnoreCase))).ToList();
        var ask = c.Rolls.Pick(fit.Count > 0 ? [.. fit] : otherwise);
        return ask + (c.Rolls.Below(3), ask.Contains(" every ", StringComparison.Ordinal), ask[^1]) switch
        {
            (_, _, not '?') => " There is more than one.",
            (0, _, _) => " There is more than one. Choose them all.",
            (1, _, _) => " Choose all that fit.",
            _ => " More than one is right. Find them all.",
        };
    }

    private static readonly string[] Ones = ["one of these", "which one ", "choose it", "find a ", "find an ", "find {label}"];

    /// <summary>"Find the sentence ..." becomes "Find every sentence ...".</summary>
    private static string Every(string ask)
    {
        foreach (var noun in (ReadOnlySpan<string>)["sentence", "word", "passage", "line", "pair", "example", "one", "note", "statement", "detail"])
        {
            ask = ask.Replace($"Find the {noun} ", $"Find every {noun} ", StringComparison.Ordinal)
                .Replace($"Choose the {noun} ", $"Choose every {noun} ", StringComparison.Ordinal);
        }
        return ask;
    }

    /// <summary>A quoted line and a question on it.</summary>
    public static Phrase Quoting(Commission c, Slots slots, Bank bank, Phrase text, Phrase ask)
    {
        if (text.Text.Contains('“'))
        {
            var lead = c.Work is null ? Wording("Read this.") : c.Young ? ReadToChildren(c, slots) : Read(c, slots);
            return $"{lead}\n{text}\n{ask}";
        }
        if (c.Work is null)
        {
            return c.Rolls.Below(3) switch
            {
                0 => $"Read this: “{text}” {ask}",
                1 => $"{ask} “{text}”",
                _ => $"“{text}” {ask}",
            };
        }
        return $"{(c.Young ? ReadToChildren(c, slots) : Read(c, slots))} “{text}” {ask}";
    }

    /// <summary>The question, with somebody of the workplace who puts it when there is one.</summary>
    public static Phrase AtWork(Commission c, Slots slots, Phrase ask) =>
        c.Work is null ? ask : c.Young ? AskedOfChildren(c, slots, ask) : Asked(c, slots, ask);

    private static Phrase Asked(Commission c, Slots slots, Phrase ask)
    {
        var (name, role, place) = (slots.Who(3).Name, slots["a role"], slots["place"]);
        return c.Rolls.Below(5) switch
        {
            0 => $"{name}, {role}, writes for the newsletter of {place}. {ask}",
            1 => $"The newsletter of {place} has a page on language. {name} sets this task. {ask}",
            2 => $"At {place}, {name} gets a text for visitors ready. {ask}",
            3 => $"In a writing class at {place}, {name} asks the others this. {ask}",
            _ => $"{name} is {role} at {place} and helps a new writer there. {ask}",
        };
    }

    private static Phrase AskedOfChildren(Commission c, Slots slots, Phrase ask)
    {
        var (name, role, place) = (slots.Who(3).Name, slots["a role"], slots["place"]);
        return c.Rolls.Below(5) switch
        {
            0 => $"Children visit {place}. {name} asks them this. {ask}",
            1 => $"{name} is {role} at {place}. {name} plays a word game with a child. {ask}",
            2 => $"It is story time at {place}. {name} asks this. {ask}",
            3 => $"At {place}, {name} helps a child with words. {ask}",
            _ => $"You meet {name} at {place}. {name} is {role} and asks you this. {ask}",
        };
    }

    private static Phrase Read(Commission c, Slots slots)
    {
        var (name, role, place) = (slots.Who(3).Name, slots["a role"], slots["place"]);
        return c.Rolls.Below(4) switch
        {
            0 => $"{name}, {role}, proofreads the newsletter of {place}. One line says:",
            1 => $"At {place}, {name} gets a text for visitors ready. It says:",
            2 => $"In a writing class at {place}, {name} reads this line out:",
            _ => $"{name} is {role} at {place} and wonders about this line:",
        };
    }

    private static Phrase ReadToChildren(Commission c, Slots slots)
    {
        var (name, role, place) = (slots.Who(3).Name, slots["a role"], slots["place"]);
        return c.Rolls.Below(4) switch
        {
            0 => $"{name} is {role} at {place}. {name} reads this to a child:",
            1 => $"Children visit {place}. {name} reads this to them:",
            2 => $"It is story time at {place}. {name} reads:",
            _ => $"{name} writes this for the children at {place}:",
        };
    }
}
