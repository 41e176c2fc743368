namespace Pathfinity.Content.Proofs;

/// <summary>A number, a text or a truth value.</summary>
internal readonly struct Value
{
    private readonly Exact number;
    private readonly string? text;
    private readonly bool? truth;

    private Value(Exact number, string? text, bool? truth) => (this.number, this.text, this.truth) = (number, text, truth);

    public bool IsText => text is not null;

    public Exact Number => text is null && truth is null ? number : throw new ProofException("A number was expected.");

    public bool Truth => truth ?? throw new ProofException("A truth value was expected.");

    public string Text => text ?? throw new ProofException("A text was expected.");

    public static Value Of(Exact number) => new(number, null, null);

    public static Value Of(string text) => new(default, text, null);

    public static Value Of(bool truth) => new(default, null, truth);

    /// <summary>A row of a table of data, whose cells are all texts: numbers and truth values are read as such.</summary>
    public static Dictionary<string, Value> OfRow(IReadOnlyDictionary<string, string> row) =>
        row.ToDictionary(pair => pair.Key, pair => Read(pair.Value), StringComparer.Ordinal);

    private static Value Read(string text) => text switch
    {
        "true" => Of(true),
        "false" => Of(false),
        _ when text.Length is > 0 and < 18 && text.Trim('-').All(c => char.IsAsciiDigit(c) || c == '.')
            && char.IsAsciiDigit(text[^1]) && char.IsAsciiDigit(text.TrimStart('-')[0]) => Of(Prover.Number(text)),
        _ => Of(text),
    };

    public bool Same(Value other) => text is not null || other.text is not null
        ? string.Equals(text, other.text, StringComparison.Ordinal)
        : truth is not null || other.truth is not null ? truth == other.truth : number.Equals(other.number);

    public override string ToString() => text ?? truth?.ToString() ?? number.ToString();
}
