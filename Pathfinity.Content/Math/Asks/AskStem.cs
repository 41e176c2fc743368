using Pathfinity.Content.Science;

namespace Pathfinity.Content.Mathematics.Asks;

/// <summary>
/// A stem of an ask. A value that is itself a wording of several words stays in the mask, all but numbers and names.
/// </summary>
internal sealed class AskStem(string text)
{
    private const int BlanksOfWording = 3; // a value with as many is a sentence, not the name of something
    private readonly AskCondition parts = new(text);

    public Phrase Phrase(Scope scope)
    {
        var phrase = new Phrase(0, 0);
        string[] names = [(string)scope["A"], (string)scope["B"]];
        foreach (var (literal, value) in parts.Parts)
        {
            phrase.AppendLiteral(literal);
            if (value is not null)
            {
                Append(phrase, FormulaFunctions.Show(value.Of(scope)), names);
            }
        }
        return phrase;
    }

    private static void Append(Phrase phrase, string value, string[] names)
    {
        if (value.Count(c => c == ' ') < BlanksOfWording)
        {
            phrase.AppendFormatted(value);
            return;
        }
        var words = value.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            phrase.AppendLiteral(i == 0 ? "" : " ");
            if (Array.Exists(names, name => words[i].StartsWith(name, StringComparison.Ordinal)))
            {
                phrase.AppendFormatted(words[i]);
            }
            else
            {
                phrase.AppendLiteral(words[i]);
            }
        }
    }
}
