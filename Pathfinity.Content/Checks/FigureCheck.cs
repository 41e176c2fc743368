using System.Xml;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Checks;

/// <summary>A figure is well-formed SVG with a text alternative, and carries no script and no outside reference.</summary>
internal sealed class FigureCheck() : Check("figure")
{
    private const int BytesMax = 20_000;

    public override string? Fault(Question question, Skill skill, ContentLibrary library)
    {
        if (question.Figure is not { } figure)
        {
            return null;
        }
        if (string.IsNullOrWhiteSpace(figure.Alt) || figure.Svg.Length > BytesMax)
        {
            return "no text alternative, or too large";
        }
        try
        {
            using var reader = XmlReader.Create(
                new StringReader(figure.Svg), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && Forbidden(reader) is { } found)
                {
                    return $"the figure contains {found}";
                }
            }
            return null;
        }
        catch (XmlException e)
        {
            return $"the figure is not well-formed: {e.Message}";
        }
    }

    private static string? Forbidden(XmlReader reader)
    {
        if (reader.LocalName is "script" or "foreignObject" or "iframe" or "image" or "a")
        {
            return $"<{reader.LocalName}>";
        }
        for (var i = 0; i < reader.AttributeCount; i++)
        {
            reader.MoveToAttribute(i);
            if (reader.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase) || reader.LocalName == "href")
            {
                return reader.LocalName;
            }
        }
        reader.MoveToElement();
        return null;
    }
}
