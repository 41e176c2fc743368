using System.Collections.Immutable;

namespace Pathfinity.Content.Science;

/// <summary>A text with places for expressions: "It moves {d} m in {t} s."</summary>
internal sealed class Places
{
    private readonly ImmutableArray<(string Literal, Formula? Value)> parts;

    public Places(string text)
    {
        var found = ImmutableArray.CreateBuilder<(string, Formula?)>();
        var at = 0;
        while (at < text.Length)
        {
            var open = text.IndexOf('{', at);
            if (open < 0)
            {
                found.Add((text[at..], null));
                break;
            }
            var close = text.IndexOf('}', open);
            found.Add((text[at..open], new Formula(text[(open + 1)..close])));
            at = close + 1;
        }
        parts = found.ToImmutable();
    }

    public Phrase Phrase(Scope scope)
    {
        var phrase = new Phrase(0, 0);
        foreach (var (literal, value) in parts)
        {
            phrase.AppendLiteral(literal);
            if (value is not null)
            {
                phrase.AppendFormatted(FormulaFunctions.Show(value.Of(scope)));
            }
        }
        return phrase;
    }

    public string Text(Scope scope) => string.Concat(
        parts.Select(part => part.Literal + (part.Value is null ? "" : FormulaFunctions.Show(part.Value.Of(scope)))));
}
