using System.Globalization;

namespace Pathfinity.Content.Science;

/// <summary>Values by name: decimal, string or bool.</summary>
internal sealed class Scope : Dictionary<string, object>
{
    private const int Usual = 17; // people alone are twelve

    public Scope()
        : base(Usual, StringComparer.Ordinal)
    {
    }
}

/// <summary>
/// An expression over a scope, read once: numbers, names, 'texts', + − * / ^, comparisons, and, or, not, functions.
/// Authors use it; provers have a reader of their own.
/// </summary>
internal sealed class Formula
{
    private static readonly string[] Relations = ["<=", ">=", "!=", "=", "<", ">"];
    private readonly string text;
    private readonly Func<Scope, object> value;
    private int at;

    public Formula(string text)
    {
        this.text = text;
        value = Or();
        Skip();
        if (at < text.Length)
        {
            throw new FormatException($"'{text}' cannot be read from '{text[at..]}' on.");
        }
    }

    public object Of(Scope scope) => value(scope);

    public decimal Number(Scope scope) => (decimal)value(scope);

    public bool Truth(Scope scope) => (bool)value(scope);

    private Func<Scope, object> Or()
    {
        var left = And();
        while (Word("or"))
        {
            var (a, b) = (left, And());
            left = s => (bool)a(s) | (bool)b(s);
        }
        return left;
    }

    private Func<Scope, object> And()
    {
        var left = Not();
        while (Word("and"))
        {
            var (a, b) = (left, Not());
            left = s => (bool)a(s) & (bool)b(s);
        }
        return left;
    }

    private Func<Scope, object> Not()
    {
        if (!Word("not"))
        {
            return Comparison();
        }
        var inner = Not();
        return s => !(bool)inner(s);
    }

    private Func<Scope, object> Comparison()
    {
        var left = Sum();
        Skip();
        var relation = Array.Find(Relations, r => string.CompareOrdinal(text, at, r, 0, r.Length) == 0);
        if (relation is null)
        {
            return left;
        }
        at += relation.Length;
        var right = Sum();
        return s => Compare(left(s), relation, right(s));
    }

    private static bool Compare(object a, string relation, object b) => relation switch
    {
        "=" => a.Equals(b),
        "!=" => !a.Equals(b),
        "<" => (decimal)a < (decimal)b,
        ">" => (decimal)a > (decimal)b,
        "<=" => (decimal)a <= (decimal)b,
        _ => (decimal)a >= (decimal)b,
    };

    private Func<Scope, object> Sum()
    {
        var left = Product();
        while (Sign("+-") is { } sign)
        {
            var (a, b) = (left, Product());
            left = sign == '+' ? s => (decimal)a(s) + (decimal)b(s) : s => (decimal)a(s) - (decimal)b(s);
        }
        return left;
    }

    private Func<Scope, object> Product()
    {
        var left = Unary();
        while (Sign("*/") is { } sign)
        {
            var (a, b) = (left, Unary());
            left = sign == '*' ? s => (decimal)a(s) * (decimal)b(s) : s => (decimal)a(s) / (decimal)b(s);
        }
        return left;
    }

    private Func<Scope, object> Unary()
    {
        if (Sign("-") is null)
        {
            return Power();
        }
        var inner = Unary();
        return s => -(decimal)inner(s);
    }

    private Func<Scope, object> Power()
    {
        var root = Primary();
        if (Sign("^") is null)
        {
            return root;
        }
        var exponent = Unary();
        return s => FormulaFunctions.Power((decimal)root(s), (decimal)exponent(s));
    }

    private Func<Scope, object> Primary()
    {
        Skip();
        if (at >= text.Length)
        {
            throw new FormatException($"'{text}' ends too early.");
        }
        if (Sign("(") is not null)
        {
            var inner = Or();
            Need(')');
            return inner;
        }
        var start = at;
        if (text[at] == '\'')
        {
            var end = text.IndexOf('\'', at + 1);
            var quoted = end > 0 ? text[(at + 1)..end] : throw new FormatException($"A text of '{text}' is not closed.");
            at = end + 1;
            return _ => quoted;
        }
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '.'))
        {
            at++;
        }
        var token = text[start..at];
        if (token.Length == 0)
        {
            throw new FormatException($"'{text}' cannot be read from '{text[start..]}' on.");
        }
        return char.IsAsciiDigit(token[0]) ? Numeral(token) : Named(token);
    }

    private static Func<Scope, object> Numeral(string token)
    {
        object number = decimal.Parse(token, CultureInfo.InvariantCulture);
        return _ => number;
    }

    private Func<Scope, object> Named(string name)
    {
        if (Sign("(") is null)
        {
            return s => s.TryGetValue(name, out var found) ? found : throw new FormatException($"'{text}' has no value for '{name}'.");
        }
        var arguments = new List<Func<Scope, object>> { Or() };
        while (Sign(",") is not null)
        {
            arguments.Add(Or());
        }
        Need(')');
        return name == "if"
            ? s => (bool)arguments[0](s) ? arguments[1](s) : arguments[2](s)
            : s => FormulaFunctions.Call(name, [.. arguments.Select(a => a(s))]);
    }

    private bool Word(string word)
    {
        Skip();
        var end = at + word.Length;
        if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0 || (end < text.Length && char.IsAsciiLetterOrDigit(text[end])))
        {
            return false;
        }
        at = end;
        return true;
    }

    private char? Sign(string signs)
    {
        Skip();
        return at < text.Length && signs.Contains(text[at]) ? text[at++] : null;
    }

    private void Need(char sign)
    {
        if (Sign(sign.ToString()) is null)
        {
            throw new FormatException($"'{text}' lacks a '{sign}'.");
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
