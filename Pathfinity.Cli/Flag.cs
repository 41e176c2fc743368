using System.CommandLine;

namespace Pathfinity.Cli;

internal delegate bool TryParse<T>(string text, out T value);

/// <summary>Options whose errors say what was expected.</summary>
internal static class Flag
{
    /// <param name="name">With its dashes.</param>
    /// <param name="description">A phrase for the help.</param>
    /// <param name="expected">Completes "VALUE is not ...".</param>
    /// <param name="parse">False for a value that is not as expected.</param>
    public static Option<T?> Of<T>(string name, string description, string expected, TryParse<T> parse)
        where T : struct =>
        new(name)
        {
            Description = description,
            HelpName = "VALUE",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (parse(text, out var value))
                {
                    return value;
                }
                result.AddError($"{name} {text} is not {expected}");
                return default;
            },
        };

    public static Option<int?> Whole(string name, string description, int least, int most) =>
        Of<int>(
            name,
            description,
            $"a whole number from {least} to {most}",
            (string text, out int value) => int.TryParse(text, out value) && value >= least && value <= most);

    /// <summary>One of some words.</summary>
    public static Option<string?> Word(string name, string description, params string[] words)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = string.Join('|', words) };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !words.Contains(token.Value))
            {
                result.AddError($"{name} {token.Value} is not {string.Join(" or ", words)}");
            }
        });
        return option;
    }
}
