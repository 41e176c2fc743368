using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Qti;

/// <summary>A question as an assessment item of QTI 3.0 (1EdTech, 2022), and back.</summary>
public static class QtiItem
{
    public const string Response = "RESPONSE";
    private const string Feedback = "FEEDBACK";
    private const string MatchCorrect = "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml";
    private const string Blank = "{}";
    internal static readonly XNamespace Space = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0";

    /// <param name="figure">Where the figure lies, seen from the item; null for none.</param>
    public static XDocument Write(Question question, string title, string? figure)
    {
        ArgumentNullException.ThrowIfNull(question);
        return new XDocument(
            new XDeclaration("1.0", "utf-8", null),
            new XElement(
                Space + "qti-assessment-item", new XAttribute("identifier", question.Id), new XAttribute("title", title),
                new XAttribute("adaptive", "false"), new XAttribute("time-dependent", "false"),
                new XAttribute(XNamespace.Xml + "lang", "en-US"), Declaration(question), Outcome("SCORE", "float"), Outcome(Feedback, "identifier"),
                new XElement(Space + "qti-item-body", Stem(question), Figure(question, figure), Interaction(question)),
                new XElement(Space + "qti-response-processing", new XAttribute("template", MatchCorrect)),
                Modal("HINT", question.Hint), Modal("RATIONALE", question.Rationale)));
    }

    /// <summary>What an item says, for whoever takes it back.</summary>
    /// <exception cref="FormatException">It is no item that <see cref="Write"/> makes.</exception>
    public static QtiContent Read(XDocument document)
    {
        var item = document?.Root is { } root && root.Name == Space + "qti-assessment-item"
            ? root : throw new FormatException("no QTI 3.0 assessment item");
        var body = item.Element(Space + "qti-item-body") ?? throw new FormatException("an item without a body");
        var (kind, interaction) = Kind(item, body);
        var prompts = Choices(interaction.Elements(Space + "qti-simple-match-set").FirstOrDefault(), "qti-simple-associable-choice");
        var choices = kind is QuestionKind.Match
            ? Choices(interaction.Elements(Space + "qti-simple-match-set").Last(), "qti-simple-associable-choice")
            : Choices(interaction, "qti-simple-choice");
        var line = interaction.Parent!;
        return new QtiContent(
            item.Attribute("identifier")!.Value, kind,
            string.Join('\n', body.Elements(Space + "p").Where(p => p != line).Select(p => p.Value)),
            [.. choices.Select(choice => choice.Value)], [.. prompts.Select(prompt => prompt.Value)],
            kind is QuestionKind.Numeric or QuestionKind.Text ? string.Concat(line.Nodes().Select(n => n is XText t ? t.Value : Blank)) : Blank,
            Key(item, kind, choices, prompts), Text(item, "HINT"), Text(item, "RATIONALE"),
            body.Descendants(Space + "img").FirstOrDefault()?.Attribute("alt")?.Value);
    }

    private static XElement Declaration(Question q)
    {
        var (cardinality, type) = q.Kind switch
        {
            QuestionKind.Choice => ("single", "identifier"),
            QuestionKind.Multi => ("multiple", "identifier"),
            QuestionKind.Order => ("ordered", "identifier"),
            QuestionKind.Match => ("multiple", "directedPair"),
            QuestionKind.Numeric when decimal.TryParse(q.Key.Given[0], NumberStyles.Float, CultureInfo.InvariantCulture, out _) => ("single", "float"),
            _ => ("single", "string"),
        };
        return new XElement(
            Space + "qti-response-declaration", new XAttribute("identifier", Response), new XAttribute("cardinality", cardinality),
            new XAttribute("base-type", type),
            new XElement(Space + "qti-correct-response", Values(q).Select(value => new XElement(Space + "qti-value", value))));
    }

    private static IEnumerable<string> Values(Question q) => q.Kind switch
    {
        QuestionKind.Numeric or QuestionKind.Text => q.Key.Given,
        QuestionKind.Match => q.Key.Given.Select((text, i) => $"{Name('P', i)} {Name('C', q.Choices.IndexOf(text))}"),
        _ => q.Key.Given.Select(text => Name('C', q.Choices.IndexOf(text))),
    };

    private static XElement Outcome(string name, string type) => new(
        Space + "qti-outcome-declaration", new XAttribute("identifier", name), new XAttribute("cardinality", "single"),
        new XAttribute("base-type", type));

    private static IEnumerable<XElement> Stem(Question q) => q.Stem.Split('\n').Select(line => new XElement(Space + "p", line));

    private static XElement? Figure(Question q, string? figure) => figure is null ? null : new XElement(
        Space + "div", new XElement(Space + "img", new XAttribute("src", figure), new XAttribute("alt", q.Figure?.Alt ?? "")));

    private static XElement Interaction(Question q) => q.Kind switch
    {
        QuestionKind.Choice or QuestionKind.Multi => new XElement(
            Space + "qti-choice-interaction", Answers, new XAttribute("shuffle", "false"),
            new XAttribute("max-choices", q.Kind is QuestionKind.Choice ? "1" : "0"), q.Choices.Select((text, i) => Choice(i, text))),
        QuestionKind.Order => new XElement(
            Space + "qti-order-interaction", Answers, new XAttribute("shuffle", "false"), q.Choices.Select((text, i) => Choice(i, text))),
        QuestionKind.Match => new XElement(
            Space + "qti-match-interaction", Answers, new XAttribute("shuffle", "false"), new XAttribute("max-associations", q.Prompts.Length),
            Set(q.Prompts, 'P', 1), Set(q.Choices, 'C', q.Prompts.Length)),
        _ => Entry(q.Frame),
    };

    private static XAttribute Answers => new("response-identifier", Response);

    private static XElement Entry(string frame)
    {
        var at = frame.IndexOf(Blank, StringComparison.Ordinal);
        return new XElement(
            Space + "p", new XAttribute("class", "answer"), at > 0 ? frame[..at] : null,
            new XElement(Space + "qti-text-entry-interaction", Answers),
            at + Blank.Length < frame.Length ? frame[(at + Blank.Length)..] : null);
    }

    private static XElement Choice(int i, string text) =>
        new(Space + "qti-simple-choice", new XAttribute("identifier", Name('C', i)), text);

    private static XElement Set(ImmutableArray<string> texts, char letter, int most) => new(
        Space + "qti-simple-match-set", texts.Select((text, i) => new XElement(
            Space + "qti-simple-associable-choice", new XAttribute("identifier", Name(letter, i)), new XAttribute("match-max", most), text)));

    private static XElement Modal(string name, string text) => new(
        Space + "qti-modal-feedback", new XAttribute("outcome-identifier", Feedback), new XAttribute("identifier", name),
        new XAttribute("show-hide", "show"), new XElement(Space + "qti-content-body", new XElement(Space + "p", text)));

    private static string Name(char letter, int i) => string.Create(CultureInfo.InvariantCulture, $"{letter}{i + 1}");

    private static (QuestionKind Kind, XElement Interaction) Kind(XElement item, XElement body)
    {
        var interaction = body.Descendants().FirstOrDefault(e => e.Name.LocalName.EndsWith("-interaction", StringComparison.Ordinal))
            ?? throw new FormatException("an item without an interaction");
        var declared = item.Element(Space + "qti-response-declaration");
        return (interaction.Name.LocalName switch
        {
            "qti-choice-interaction" => declared?.Attribute("cardinality")?.Value == "single" ? QuestionKind.Choice : QuestionKind.Multi,
            "qti-order-interaction" => QuestionKind.Order,
            "qti-match-interaction" => QuestionKind.Match,
            "qti-text-entry-interaction" => declared?.Attribute("base-type")?.Value == "float" ? QuestionKind.Numeric : QuestionKind.Text,
            var other => throw new FormatException($"{other} is not read"),
        }, interaction);
    }

    private static List<XElement> Choices(XElement? set, string name) => set?.Elements(Space + name).ToList() ?? [];

    private static ImmutableArray<string> Key(XElement item, QuestionKind kind, List<XElement> choices, List<XElement> prompts)
    {
        var values = item.Element(Space + "qti-response-declaration")!.Descendants(Space + "qti-value").Select(v => v.Value).ToArray();
        var texts = choices.ToDictionary(choice => choice.Attribute("identifier")!.Value, choice => choice.Value, StringComparer.Ordinal);
        return kind switch
        {
            QuestionKind.Numeric or QuestionKind.Text => [.. values],
            QuestionKind.Match =>
            [
                .. prompts.Select(prompt => texts[values.Select(v => v.Split(' '))
                    .Single(pair => pair[0] == prompt.Attribute("identifier")!.Value)[1]]),
            ],
            _ => [.. values.Select(value => texts[value])],
        };
    }

    private static string Text(XElement item, string name) => item.Elements(Space + "qti-modal-feedback")
        .First(own => own.Attribute("identifier")!.Value == name).Value;
}

/// <summary>What a QTI item says.</summary>
/// <param name="Key">The right response: one text, a set, a sequence, or the right-hand text of each prompt.</param>
/// <param name="FigureText">What the figure shows; null without a figure.</param>
public sealed record QtiContent(
    string Id, QuestionKind Kind, string Stem, ImmutableArray<string> Choices, ImmutableArray<string> Prompts, string Frame,
    ImmutableArray<string> Key, string Hint, string Rationale, string? FigureText);
