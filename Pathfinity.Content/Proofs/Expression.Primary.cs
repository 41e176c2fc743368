namespace Pathfinity.Content.Proofs;

/// <summary>The smallest parts of an expression: numbers, texts, names, functions and what stands in parentheses.</summary>
internal ref partial struct Expression
{
    private Term Primary()
    {
        Skip();
        if (at >= text.Length)
        {
            throw new ProofException($"'{text}' ends too early.");
        }
        var c = text[at];
        if (char.IsAsciiDigit(c) || c == '.')
        {
            var number = Value.Of(Numeral());
            return _ => number;
        }
        if (c == '\'')
        {
            var end = text.IndexOf('\'', at + 1);
            if (end < 0)
            {
                throw new ProofException($"A text of '{text}' is not closed.");
            }
            var inner = Value.Of(text[(at + 1)..end]);
            at = end + 1;
            return _ => inner;
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
            return names => Functions.Call("abs", [inner(names)]);
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

    private Term Named()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
        {
            at++;
        }
        var name = text[start..at];
        if (name == "sqrt" && (at >= text.Length || text[at] != '('))
        {
            var under = Postfix();
            return names => Value.Of(under(names).Number.Root());
        }
        if (name.Length > 1 && at < text.Length && text[at] == '(')
        {
            var arguments = Arguments();
            return names => Functions.Call(name, arguments.ConvertAll(argument => argument(names)));
        }
        return name.Length > 0 ? names => Lookup(name, names) : throw new ProofException($"'{text}' cannot be read.");
    }

    /// <summary>The value of a name, of a constant, or of a product of names written together: xy is x times y.</summary>
    private static Value Lookup(string name, Dictionary<string, Value> names)
    {
        if (names.TryGetValue(name, out var value) || Constants.TryGetValue(name, out value))
        {
            return value;
        }
        for (var cut = name.Length - 1; cut > 0; cut--)
        {
            if (names.TryGetValue(name[..cut], out value))
            {
                return Value.Of(value.Number * Lookup(name[cut..], names).Number);
            }
        }
        throw new ProofException($"No value for '{name}'.");
    }

    private List<Term> Arguments()
    {
        Need('(');
        var arguments = new List<Term>();
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
}
