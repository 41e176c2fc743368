using System.IO.Compression;
using System.Xml.Linq;
using Pathfinity.Content.Qti;

namespace Pathfinity.Content.Tests;

public class QtiTests
{
    private static readonly IReadOnlyList<Question> OfEachModel =
        [.. Samples.Catalogue.Questions.GroupBy(q => (q.Model, q.Kind)).Select(own => own.First())];

    [Fact]
    public void Every_kind_of_question_comes_back_as_it_was() => Assert.All(OfEachModel, question =>
    {
        var text = QtiItem.Write(question, "A skill", question.Figure is null ? null : "../figures/q1.svg").ToString(SaveOptions.DisableFormatting);
        var read = QtiItem.Read(XDocument.Parse(text, LoadOptions.PreserveWhitespace));
        Assert.Equal((question.Id, question.Stem, question.Frame), (read.Id, read.Stem, read.Frame));
        Assert.Equal((question.Hint, question.Rationale, question.Figure?.Alt), (read.Hint, read.Rationale, read.FigureText));
        Assert.Equal(question.Choices.AsEnumerable(), read.Choices);
        Assert.Equal(question.Prompts.AsEnumerable(), read.Prompts);
        Assert.Equal(question.Key.Given.AsEnumerable(), read.Key);
        Assert.True(read.Kind == question.Kind || (question.Kind, read.Kind) == (Curriculum.QuestionKind.Numeric, Curriculum.QuestionKind.Text));
    });

    [Fact]
    public void A_package_lists_every_file_it_holds_and_nothing_else_and_is_the_same_each_time()
    {
        var bytes = Package();
        using var zip = new ZipArchive(new MemoryStream(bytes));
        XNamespace space = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1";
        using var stream = zip.GetEntry("imsmanifest.xml")!.Open();
        var manifest = XDocument.Load(stream);
        var listed = manifest.Descendants(space + "file").Select(file => file.Attribute("href")!.Value).Order().ToList();

        Assert.Equal(zip.Entries.Select(entry => entry.FullName).Where(name => name != "imsmanifest.xml").Order(), listed);
        Assert.Equal(OfEachModel.Count, manifest.Descendants(space + "resource").Count());
        Assert.Contains(listed, name => name.StartsWith("figures/", StringComparison.Ordinal));
        foreach (var entry in zip.Entries)
        {
            using var xml = entry.Open();
            Assert.NotNull(XDocument.Load(xml).Root);
        }
        Assert.Equal(bytes, Package());
    }

    [Theory]
    [InlineData("<other/>")]
    [InlineData("<qti-assessment-item xmlns='http://www.imsglobal.org/xsd/imsqtiasi_v3p0' identifier='a'/>")]
    [InlineData("<qti-assessment-item xmlns='http://www.imsglobal.org/xsd/imsqtiasi_v3p0' identifier='a'><qti-item-body><p>x</p></qti-item-body></qti-assessment-item>")]
    public void What_is_no_item_is_said_to_be_none(string xml) =>
        Assert.Throws<FormatException>(() => QtiItem.Read(XDocument.Parse(xml)));

    private static byte[] Package()
    {
        var target = new MemoryStream();
        using (var package = new QtiPackage(target, "some-questions"))
        {
            foreach (var question in OfEachModel)
            {
                package.Add(question, "A skill");
            }
        }
        return target.ToArray();
    }
}
