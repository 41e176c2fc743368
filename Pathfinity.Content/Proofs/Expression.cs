using System.Text;

namespace Pathfinity.Content.Proofs;

/// <summary>
/// Evaluates the notation of school mathematics over named values: + − × ÷ / ^ ! % √ | |, implied products (3x),
/// mixed numbers (2 1/2), superscripts, comparisons that may chain (0 &lt; x ≤ 5), and, or, not, 'texts', functions.
/// </summary>
internal ref struct Expression
{
    private readonly IReadOnlyDictionary<string, Value> names;
    private readonly string text;
    private int at;
    private int bars;

    private Expression(string text, IReadOnlyDictionary<string, Value> names)
    {
        this.text = text;
        this.names = names;
    }

    /// <exception cref="ProofException">It cannot be read or evaluated.</exception>
    public static Value Evaluate(string text, IReadOnlyDictionary<string, Value> names)
    {
        var expression = new Expression(Normal(text), names);
        var value = expression.Or();
        expression.Skip();
        return expression.at == expression.text.Length
            ? value
            : throw new ProofException($"'{text}' cannot be read from '{expression.text[expression.at..]}' on.");
    }

    /// <summary>Signs of print as signs of the keyboard; thousands separators go.</summary>
    private static string Normal(string text)
    {
        if (!NeedsNormal(text))
        {
            return text;
        }
        var normal = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var power = "⁰¹²³⁴⁵⁶⁷⁸⁹".IndexOf(c);
            if (power >= 0 || c == '⁻')
            {
                if (i == 0 || ("⁰¹²³⁴⁵⁶⁷⁸⁹⁻".IndexOf(text[i - 1]) < 0))
                {
                    normal.Append('^');
                }
                normal.Append(c == '⁻' ? '-' : (char)('0' + power));
            }
            else if (c == ',' && i > 0 && i + 3 < text.Length && char.IsAsciiDigit(text[i - 1])
                && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]) && char.IsAsciiDigit(text[i + 3])
                && (i + 4 >= text.Length || !char.IsAsciiDigit(text[i + 4])))
            {
                continue;
            }
            else
            {
                normal.Append(c switch
                {
                    '−' or '–' => "-",
                    '×' or '·' => "*",
                    '÷' => "/",
                    '≤' => "<=",
                    '≥' => ">=",
                    '≠' => "!=",
                    'π' => "pi",
                    '√' => "sqrt ",
                    '\u00a0' => " ",
                    '$' => "",
                    '’' => "'",
                    _ => c.ToString(),
                });
            }
        }
        return normal.ToString();
    }

    private static bool NeedsNormal(string text)
    {
        foreach (var c in text)
        {
            if (c > 127 || c is ',' or '$')
            {
                return true;
            }
        }
        return false;
    }

    private Value Or()
    {
        var left = And();
        while (Word("or"))
        {
            var right = And();
            left = Value.Of(left.Truth | right.Truth);
        }
        return left;
    }

    private Value And()
    {
        var left = Not();
        while (Word("and"))
        {
            var right = Not();
            left = Value.Of(left.Truth & right.Truth);
        }
        return left;
    }

    private Value Not() => Word("not") ? Value.Of(!Not().Truth) : Comparison();

    private Value Comparison()
    {
        var left = Sum();
        var holds = true;
        var compared = false;
        while (Relation() is { } relation)
        {
            var right = Sum();
            holds &= Compare(left, relation, right);
            compared = true;
            left = right;
        }
        return compared ? Value.Of(holds) : left;
    }

    private static bool Compare(Value left, string relation, Value right) => relation switch
    {
        "=" => left.Same(right),
        "!=" => !left.Same(right),
        "<" => left.Number.CompareTo(right.Number) < 0,
        "<=" => left.Number.CompareTo(right.Number) <= 0,
        ">" => left.Number.CompareTo(right.Number) > 0,
        _ => left.Number.CompareTo(right.Number) >= 0,
    };

    private Value Sum()
    {
        var left = Product();
        while (true)
        {
            if (Sign('+'))
            {
                left = Value.Of(left.Number + Product().Number);
            }
            else if (Sign('-'))
            {
                left = Value.Of(left.Number - Product().Number);
            }
            else
            {
                return left;
            }
        }
    }

    private Value Product()
    {
        var left = Unary();
        while (true)
        {
            if (Sign('*'))
            {
                left = Value.Of(left.Number * Unary().Number);
            }
            else if (Sign('/'))
            {
                left = Value.Of(left.Number / Unary().Number);
            }
            else if (StartsFactor())
            {
                left = Value.Of(left.Number * Power().Number);
            }
            else
            {
                return left;
            }
        }
    }

    /// <summary>True before a name, a parenthesis or a root: 3x, 2(x + 1), but not before and, or, not.</summary>
    private bool StartsFactor()
    {
        Skip();
        if (at >= text.Length)
        {
            return false;
        }
        if (text[at] == '(')
        {
            return true;
        }
        return char.IsAsciiLetter(text[at]) && !Ahead("and") && !Ahead("or") && !Ahead("not") && !Ahead("mod");
    }

    private Value Unary() => Sign('-') ? Value.Of(-Unary().Number) : Sign('+') ? Unary() : Power();

    private Value Power()
    {
        var left = Postfix();
        return Sign('^') ? Value.Of(left.Number.Power(Unary().Number)) : left;
    }

    private Value Postfix()
    {
        var value = Primary();
        while (at < text.Length)
        {
            if (text[at] == '!' && (at + 1 >= text.Length || text[at + 1] != '='))
            {
                at++;
                value = Functions.Call("fact", [value]);
            }
            else if (text[at] == '%')
            {
                at++;
                value = Value.Of(value.Number / Exact.Of(100));
            }
            else
            {
                break;
            }
        }
        return value;
    }

    private Value Primary()
    {
        Skip();
        if (at >= text.Length)
        {
            throw new ProofException($"'{text}' ends too early.");
        }
        var c = text[at];
        if (char.IsAsciiDigit(c) || c == '.')
        {
            return Value.Of(Numeral());
        }
        if (c == '\'')
        {
            var end = text.IndexOf('\'', at + 1);
            if (end < 0)
            {
                throw new ProofException($"A text of '{text}' is not closed.");
            }
            var inner = text[(at + 1)..end];
            at = end + 1;
            return Value.Of(inner);
        }
        if (c == '(')
        {
            at++;
            var inner = Or();
            Need(')');
            return inner;
        }
        if (c == '|' && bars == 0)
        {
            at++;
            bars++;
            var inner = Sum();
            bars--;
            Need('|');
            return inner.Number.Sign < 0 ? Value.Of(-inner.Number) : inner;
        }
        return Named();
    }

    private Exact Numeral()
    {
        var number = Digits();
        if (!number.IsWhole || at >= text.Length || text[at] != ' ')
        {
            return number;
        }
        var back = at; // "2 1/2" is a mixed number
        at++;
        if (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            var top = Digits();
            if (at + 1 < text.Length && text[at] == '/' && char.IsAsciiDigit(text[at + 1]))
            {
                at++;
                return number + (top / Digits());
            }
        }
        at = back;
        return number;
    }

    private Exact Digits()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || (text[at] == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))))
        {
            at++;
        }
        return start < at ? Exact.Parse(text.AsSpan(start, at - start)) : throw new ProofException($"A number was expected in '{text}'.");
    }

    private Value Named()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
        {
            at++;
        }
        var name = text[start..at];
        if (names.TryGetValue(name, out var value))
        {
            return value;
        }
        if (at < text.Length && text[at] == '(')
        {
            return Functions.Call(name, Arguments());
        }
        switch (name)
        {
            case "pi": return Value.Of(Exact.About(Math.PI));
            case "e": return Value.Of(Exact.About(Math.E));
            case "true": return Value.Of(true);
            case "false": return Value.Of(false);
            case "sqrt": return Value.Of(Postfix().Number.Root());
        }
        for (var cut = name.Length - 1; cut > 0; cut--) // xy is x times y
        {
            if (names.TryGetValue(name[..cut], out value))
            {
                at = start + cut;
                return value;
            }
        }
        throw new ProofException($"'{text}' has no value for '{name}'.");
    }

    private List<Value> Arguments()
    {
        Need('(');
        var arguments = new List<Value>();
        if (!Sign(')'))
        {
            do
            {
                arguments.Add(Or());
            }
            while (Sign(','));
            Need(')');
        }
        return arguments;
    }

    private string? Relation()
    {
        Skip();
        foreach (var relation in (ReadOnlySpan<string>)["<=", ">=", "!=", "=", "<", ">"])
        {
            if (string.CompareOrdinal(text, at, relation, 0, relation.Length) == 0)
            {
                at += relation.Length;
                return relation;
            }
        }
        return null;
    }

    private bool Word(string word)
    {
        Skip();
        if (!Ahead(word))
        {
            return false;
        }
        at += word.Length;
        return true;
    }

    private readonly bool Ahead(string word) => string.CompareOrdinal(text, at, word, 0, word.Length) == 0
        && (at + word.Length >= text.Length || !char.IsAsciiLetterOrDigit(text[at + word.Length]));

    private bool Sign(char sign)
    {
        Skip();
        if (at >= text.Length || text[at] != sign)
        {
            return false;
        }
        at++;
        return true;
    }

    private void Need(char sign)
    {
        if (!Sign(sign))
        {
            throw new ProofException($"'{text}' lacks a '{sign}'.");
        }
    }

    private void Skip()
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }
    }
}
