namespace Pathfinity.Content.Proofs;

/// <summary>How the reader takes words and signs from the text.</summary>
internal ref partial struct Expression
{
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
