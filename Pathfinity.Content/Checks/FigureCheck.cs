using System.Xml;
using System.Xml.Linq;
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
            return FigureXml.Of(figure).DescendantsAndSelf().Select(Forbidden).FirstOrDefault(found => found is not null) is { } found
                ? $"the figure contains {found}"
                : null;
        }
        catch (XmlException e)
        {
            return $"the figure is not well-formed: {e.Message}";
        }
    }

    private static string? Forbidden(XElement element) =>
        element.Name.LocalName is "script" or "foreignObject" or "iframe" or "image" or "a" ? $"<{element.Name.LocalName}>"
        : element.Attributes().Select(own => own.Name.LocalName)
            .FirstOrDefault(name => name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || name == "href");
}
