using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Pathfinity.Content.Qti;

/// <summary>A QTI 3.0 content package: a ZIP of items, figures and the manifest that lists them, written item by item.</summary>
public sealed class QtiPackage : IDisposable
{
    private static readonly XNamespace Manifest = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1";
    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero); // the same content, the same bytes
    private readonly ZipArchive zip;
    private readonly string name;
    private readonly List<XElement> resources = [];

    /// <param name="target">Is left open.</param>
    /// <param name="name">Identifies the package; letters, digits and hyphens.</param>
    public QtiPackage(Stream target, string name)
    {
        zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        this.name = name;
    }

    public int Items => resources.Count;

    public void Add(Question question, string title)
    {
        ArgumentNullException.ThrowIfNull(question);
        var id = string.Create(CultureInfo.InvariantCulture, $"q{Items + 1}");
        var item = $"items/{id}.xml";
        var figure = question.Figure is null ? null : $"figures/{id}.svg";
        Write(item, QtiItem.Write(question, title, figure is null ? null : $"../{figure}"));
        if (question.Figure is { } drawn)
        {
            using var stream = Open(figure!);
            stream.Write(Encoding.UTF8.GetBytes(drawn.Svg));
        }
        resources.Add(new XElement(
            Manifest + "resource", new XAttribute("identifier", id), new XAttribute("type", "imsqti_item_xmlv3p0"), new XAttribute("href", item),
            File(item), figure is null ? null : File(figure)));
    }

    /// <summary>Writes the manifest; nothing can be added after it.</summary>
    public void Dispose()
    {
        Write("imsmanifest.xml", new XDocument(
            new XDeclaration("1.0", "utf-8", null),
            new XElement(
                Manifest + "manifest", new XAttribute("identifier", name),
                new XElement(
                    Manifest + "metadata", new XElement(Manifest + "schema", "QTI Package"), new XElement(Manifest + "schemaversion", "3.0.0")),
                new XElement(Manifest + "organizations"), new XElement(Manifest + "resources", resources))));
        zip.Dispose();
    }

    private static XElement File(string path) => new(Manifest + "file", new XAttribute("href", path));

    private void Write(string path, XDocument document)
    {
        using var stream = Open(path);
        using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = false });
        document.Save(writer);
    }

    private Stream Open(string path)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = Epoch;
        return entry.Open();
    }
}
