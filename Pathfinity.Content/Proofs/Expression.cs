using System.Text;

namespace Pathfinity.Content.Proofs;

/// <summary>An expression that has been read: its value over given names.</summary>
internal delegate Value Term(Dictionary<string, Value> names);

/// <summary>
/// Evaluates the notation of school mathematics over named values: + − × ÷ / ^ ! % √ | |, implied products (3x),
/// mixed numbers (2 1/2), superscripts, comparisons that may chain (0 &lt; x ≤ 5), and, or, not, 'texts', functions.
/// </summary>
internal ref partial struct Expression
{
    private static readonly Dictionary<string, Value> Constants = new(StringComparer.Ordinal)
    {
        ["pi"] = Value.Of(Exact.About(Math.PI)),
        ["e"] = Value.Of(Exact.About(Math.E)),
        ["true"] = Value.Of(true),
        ["false"] = Value.Of(false),
    };

    private readonly string text;
    private int at;
    private int bars;

    private Expression(string text) => this.text = text;

    /// <summary>Reads an expression once, to be evaluated over many settings of its names.</summary>
    /// <exception cref="ProofException">It cannot be read.</exception>
    public static Term Read(string text)
    {
        var expression = new Expression(Normal(text));
        var term = expression.Or();
        expression.Skip();
        return expression.at == expression.text.Length
            ? term
            : throw new ProofException($"'{text}' cannot be read from '{expression.text[expression.at..]}' on.");
    }

    /// <exception cref="ProofException">It cannot be read or evaluated.</exception>
    public static Value Evaluate(string text, Dictionary<string, Value> names) =>
        IsDigits(text) ? Value.Of(Exact.Parse(text)) : Read(text)(names);

    /// <summary>Most answers are nothing but a whole number, which needs no reader.</summary>
    private static bool IsDigits(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

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

    private Term Or()
    {
        var left = And();
        while (Word("or"))
        {
            var (l, r) = (left, And());
            left = names => Value.Of(l(names).Truth || r(names).Truth);
        }
        return left;
    }

    private Term And()
    {
        var left = Not();
        while (Word("and"))
        {
            var (l, r) = (left, Not());
            left = names => Value.Of(l(names).Truth && r(names).Truth);
        }
        return left;
    }

    private Term Not()
    {
        if (!Word("not"))
        {
            return Comparison();
        }
        var inner = Not();
        return names => Value.Of(!inner(names).Truth);
    }

    private Term Comparison()
    {
        var first = Sum();
        var chain = new List<(string Relation, Term Term)>();
        while (Relation() is { } relation)
        {
            chain.Add((relation, Sum()));
        }
        if (chain.Count == 0)
        {
            return first;
        }
        if (chain is [var (only, second)])
        {
            return names => Value.Of(Compare(first(names), only, second(names)));
        }
        return names =>
        {
            var (left, holds) = (first(names), true);
            foreach (var (relation, term) in chain)
            {
                var right = term(names);
                holds &= Compare(left, relation, right);
                left = right;
            }
            return Value.Of(holds);
        };
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

    private Term Sum()
    {
        var left = Product();
        while (true)
        {
            var l = left;
            if (Sign('+'))
            {
                var r = Product();
                left = names => Value.Of(l(names).Number + r(names).Number);
            }
            else if (Sign('-'))
            {
                var r = Product();
                left = names => Value.Of(l(names).Number - r(names).Number);
            }
            else
            {
                return left;
            }
        }
    }

    private Term Product()
    {
        var left = Unary();
        while (true)
        {
            var l = left;
            if (Sign('/'))
            {
                var r = Unary();
                left = names => Value.Of(l(names).Number / r(names).Number);
            }
            else if (Sign('*'))
            {
                var r = Unary();
                left = names => Value.Of(l(names).Number * r(names).Number);
            }
            else if (StartsFactor())
            {
                var r = Power();
                left = names => Value.Of(l(names).Number * r(names).Number);
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

    private Term Unary()
    {
        if (Sign('-'))
        {
            var inner = Unary();
            return names => Value.Of(-inner(names).Number);
        }
        return Sign('+') ? Unary() : Power();
    }

    private Term Power()
    {
        var left = Postfix();
        if (!Sign('^'))
        {
            return left;
        }
        var right = Unary();
        return names => Value.Of(left(names).Number.Power(right(names).Number));
    }

    private Term Postfix()
    {
        var term = Primary();
        while (at < text.Length)
        {
            var inner = term;
            if (text[at] == '!' && (at + 1 >= text.Length || text[at + 1] != '='))
            {
                at++;
                term = names => Functions.Call("fact", [inner(names)]);
            }
            else if (text[at] == '%')
            {
                at++;
                term = names => Value.Of(inner(names).Number / Exact.Of(100));
            }
            else
            {
                break;
            }
        }
        return term;
    }
}
