using System.Text;
using System.Xml;

namespace Pathfinity.Content.Checks;

/// <summary>An element of a drawing: its name, how deep it stands (0 for the drawing itself), attributes and own text.</summary>
internal sealed record FigureElement(string Name, int Depth, IReadOnlyList<(string Name, string Value)> Attributes)
{
    private string text = "";
    private StringBuilder? texts; // of a drawing's own element, which holds those of all others

    public string Text => texts?.ToString() ?? text;

    public void Add(string part)
    {
        if (text.Length == 0)
        {
            text = part;
        }
        else
        {
            (texts ??= new StringBuilder(text)).Append(part);
        }
    }

    public string? this[string attribute]
    {
        get
        {
            for (var i = 0; i < Attributes.Count; i++)
            {
                if (Attributes[i].Name == attribute)
                {
                    return Attributes[i].Value;
                }
            }
            return null;
        }
    }
}

/// <summary>A figure's drawing, read once for the several checks that look at it one after the other.</summary>
internal static class FigureXml
{
    [ThreadStatic]
    private static (string Svg, List<FigureElement> Elements) last;

    [ThreadStatic]
    private static XmlReaderSettings? settings; // a thread's own, for its table of names

    /// <summary>The elements in the order in which they begin.</summary>
    /// <exception cref="XmlException">It is not well-formed, or names a document type.</exception>
    public static IReadOnlyList<FigureElement> Of(Figure figure)
    {
        if (!ReferenceEquals(last.Svg, figure.Svg))
        {
            last = (figure.Svg, Read(figure.Svg));
        }
        return last.Elements;
    }

    private static List<FigureElement> Read(string svg)
    {
        settings ??= new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, NameTable = new NameTable() };
        var (elements, open) = (new List<FigureElement>(), new Stack<FigureElement>());
        using var reader = XmlReader.Create(new StringReader(svg), settings);
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var (empty, depth, name) = (reader.IsEmptyElement, reader.Depth, reader.LocalName);
                    elements.Add(new FigureElement(name, depth, Attributes(reader)));
                    if (!empty)
                    {
                        open.Push(elements[^1]);
                    }
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    foreach (var element in open)
                    {
                        element.Add(reader.Value);
                    }
                    break;
            }
        }
        return elements;
    }

    private static (string, string)[] Attributes(XmlReader reader)
    {
        var attributes = new (string, string)[reader.AttributeCount];
        for (var i = 0; i < attributes.Length; i++)
        {
            reader.MoveToAttribute(i);
            attributes[i] = (reader.LocalName, reader.Value);
        }
        return attributes;
    }
}
