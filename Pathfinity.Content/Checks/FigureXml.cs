using System.Xml;
using System.Xml.Linq;

namespace Pathfinity.Content.Checks;

/// <summary>A figure's drawing, read once for the several checks that look at it one after the other.</summary>
internal static class FigureXml
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    [ThreadStatic]
    private static (string Svg, XElement Root) last;

    /// <exception cref="XmlException">It is not well-formed, or names a document type.</exception>
    public static XElement Of(Figure figure)
    {
        if (!ReferenceEquals(last.Svg, figure.Svg))
        {
            using var reader = XmlReader.Create(new StringReader(figure.Svg), Settings);
            last = (figure.Svg, XElement.Load(reader));
        }
        return last.Root;
    }
}
