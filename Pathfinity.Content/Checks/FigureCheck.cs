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
            return FigureXml.Of(figure).Select(Forbidden).FirstOrDefault(found => found is not null) is { } found
                ? $"the figure contains {found}"
                : null;
        }
        catch (XmlException e)
        {
            return $"the figure is not well-formed: {e.Message}";
        }
    }

    private static string? Forbidden(FigureElement element)
    {
        if (element.Name is "script" or "foreignObject" or "iframe" or "image" or "a")
        {
            return $"<{element.Name}>";
        }
        foreach (var (name, _) in element.Attributes)
        {
            if (name == "href" || name.StartsWith("on", StringComparison.OrdinalIgnoreCase))
            {
                return name;
            }
        }
        return null;
    }
}
