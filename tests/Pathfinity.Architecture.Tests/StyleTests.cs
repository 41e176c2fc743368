using System.Text.RegularExpressions;

namespace Pathfinity.Architecture.Tests;

public partial class StyleTests
{
    private const int LinesMax = 450; // past 400 a file asks to be split; this leaves time to do it

    [Fact]
    public void No_source_file_is_longer_than_450_lines() => Assert.Empty(
        from file in Repository.OfKind(".cs", ".razor")
        let lines = Repository.Lines(file).Length
        where lines > LinesMax
        select $"{file}: {lines} lines");

    [Fact]
    public void Nothing_is_left_undone() => Assert.Empty(Offences(
        Repository.OfKind(".cs", ".razor", ".sql", ".yaml", ".md", ".css", ".js"), line => Undone().IsMatch(line)));

    [Fact]
    public void No_file_names_a_path_of_some_machine() => Assert.Empty(Offences(
        Repository.OfKind(".cs", ".csproj", ".props", ".targets", ".json", ".yaml", ".md", ".sql", ".razor", ".sh", "/run"),
        line => MachinePath().IsMatch(line)));

    [Fact]
    public void Names_say_what_a_type_is_for() => Assert.Empty(
        from file in Repository.OfKind(".cs")
        from match in Repository.Lines(file).Select(line => VagueType().Match(line))
        where match.Success
        select $"{file}: {match.Value}");

    [Fact]
    public void Classes_of_the_product_are_sealed_static_or_abstract() => Assert.Empty(Offences(
        Repository.OfKind(".cs").Where(file => file.StartsWith("Pathfinity.", StringComparison.Ordinal)),
        line => OpenClass().IsMatch(line)));

    [Fact]
    public void Code_has_no_regions() => Assert.Empty(Offences(
        Repository.OfKind(".cs"), line => Region().IsMatch(line)));

    private static IEnumerable<string> Offences(IEnumerable<string> files, Func<string, bool> offends) =>
        from file in files
        from line in Repository.Lines(file).Select((text, i) => (Text: text, Number: i + 1))
        where offends(line.Text)
        select $"{file}, line {line.Number}: {line.Text.Trim()}";

    [GeneratedRegex(@"\b(T[O]DO|F[I]XME|H[A]CK|X{3})\b|Not[I]mplementedException|lorem [i]psum", RegexOptions.IgnoreCase)]
    private static partial Regex Undone();

    [GeneratedRegex(@"(?<![\w./-])/(work|root|home/(?!linuxbrew)\w+|Users/\w+)/|[A-Z]:\\Users\\")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\b(class|record|struct|interface|namespace) [\w.]*(Utils?|Helpers?|Common|Misc|Manager)\b")]
    private static partial Regex VagueType();

    [GeneratedRegex(@"^\s*((public|internal|private|protected) )*(partial )?class ")]
    private static partial Regex OpenClass();

    [GeneratedRegex(@"^\s*#(end)?region\b")]
    private static partial Regex Region();
}
