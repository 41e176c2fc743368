namespace Pathfinity.Content.SocialStudies;

/// <summary>
/// Sums and products over named fractions, for quantities that data derive from drawn ones: + − * / and parentheses.
/// The proofs have an evaluator of their own.
/// </summary>
internal ref struct Arithmetic
{
    private readonly string text;
    private readonly IReadOnlyDictionary<string, Fraction> names;
    private int at;

    private Arithmetic(string text, IReadOnlyDictionary<string, Fraction> names)
    {
        this.text = text.Replace(" ", "", StringComparison.Ordinal);
        this.names = names;
    }

    /// <exception cref="FormatException">The text is no expression over these names.</exception>
    public static Fraction Evaluate(string text, IReadOnlyDictionary<string, Fraction> names)
    {
        var arithmetic = new Arithmetic(text, names);
        var value = arithmetic.Sum();
        return arithmetic.at == arithmetic.text.Length ? value : throw new FormatException($"'{text}' cannot be read to its end.");
    }

    /// <summary>A condition such as "a &lt; b", "a != b" or "a - b &lt; 10".</summary>
    public static bool Holds(string text, IReadOnlyDictionary<string, Fraction> names)
    {
        foreach (var sign in (ReadOnlySpan<string>)["!=", "<=", "<", "="])
        {
            var parts = text.Split(sign, 2);
            if (parts.Length == 2)
            {
                var order = Evaluate(parts[0], names).CompareTo(Evaluate(parts[1], names));
                return sign switch { "!=" => order != 0, "<=" => order <= 0, "<" => order < 0, _ => order == 0 };
            }
        }
        throw new FormatException($"'{text}' is no condition.");
    }

    private Fraction Sum()
    {
        var value = Product();
        while (at < text.Length && text[at] is ('+' or '-'))
        {
            value = text[at++] == '+' ? value + Product() : value - Product();
        }
        return value;
    }

    private Fraction Product()
    {
        var value = Factor();
        while (at < text.Length && text[at] is ('*' or '/'))
        {
            value = text[at++] == '*' ? value * Factor() : value / Factor();
        }
        return value;
    }

    private Fraction Factor()
    {
        if (text[at] == '(')
        {
            at++;
            var inner = Sum();
            at++;
            return inner;
        }
        var start = at;
        while (at < text.Length && char.IsAsciiLetterOrDigit(text[at]))
        {
            at++;
        }
        var word = text[start..at];
        return names.TryGetValue(word, out var value) ? value
            : long.TryParse(word, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number
            : throw new FormatException($"'{text}' has no value for '{word}'.");
    }
}
