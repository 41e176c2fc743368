using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Pathfinity.Content.Science;

namespace Pathfinity.Content.Mathematics.Asks;

/// <summary>A condition for a prover: a text with places, in which negative numbers and fractions are closed off.</summary>
internal sealed partial class AskCondition
{
    private readonly ImmutableArray<(string Literal, Formula? Value)> parts;

    public AskCondition(string text)
    {
        var found = ImmutableArray.CreateBuilder<(string, Formula?)>();
        var at = 0;
        foreach (Match place in Place().Matches(text))
        {
            found.Add((text[at..place.Index], new Formula(place.Groups[1].Value)));
            at = place.Index + place.Length;
        }
        found.Add((text[at..], null));
        parts = found.ToImmutable();
    }

    /// <summary>An author's condition with its names as places: "a > b" becomes "{a} > {b}".</summary>
    public static AskCondition Of(string condition) => new(Name().Replace(
        condition, name => name.Value is "and" or "or" or "not" or "true" or "false" || name.Value[0] == '\'' ? name.Value : $"{{lit({name.Value})}}"));

    public ImmutableArray<(string Literal, Formula? Value)> Parts => parts;

    public string Text(Scope scope) => string.Concat(parts.Select(part => part.Literal + (part.Value is null ? "" : Closed(part.Value.Of(scope)))));

    private static string Closed(object value)
    {
        var text = FormulaFunctions.Show(value);
        return (value is decimal and < 0) || FractionForm().IsMatch(text) ? $"({text})" : text;
    }

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"'[^']*'|[A-Za-z_][A-Za-z_0-9]*(?![A-Za-z_0-9(])")]
    private static partial Regex Name();

    [GeneratedRegex("^−?[0-9]+/[0-9]+$")]
    private static partial Regex FractionForm();
}
