using System.Globalization;
using System.Text;

namespace Pathfinity.Content.Ela;

/// <summary>Letter cards, word cards and dots to clap, drawn large for those who learn to read.</summary>
internal static class Cards
{
    private const int High = 80;

    /// <summary>A row of cards, each with a letter or a word.</summary>
    public static Figure Of(IReadOnlyList<string> texts)
    {
        var svg = new StringBuilder();
        var x = 10;
        foreach (var text in texts)
        {
            var wide = 40 + (28 * text.Length);
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x}\" y=\"10\" width=\"{wide}\" height=\"{High}\" rx=\"10\" fill=\"#fffdf5\" stroke=\"#334\" stroke-width=\"2\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x + (wide / 2)}\" y=\"67\" font-size=\"48\" font-family=\"sans-serif\" text-anchor=\"middle\" fill=\"#112\">{text}</text>");
            x += wide + 10;
        }
        return Drawn(svg, x, texts.Count == 1 ? $"A card with {texts[0]}." : $"Cards with {string.Join(", ", texts)}.");
    }

    /// <summary>As many dots as there are beats.</summary>
    public static Figure Dots(int count)
    {
        var svg = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{45 + (70 * i)}\" cy=\"50\" r=\"25\" fill=\"#2a7\" stroke=\"#143\" stroke-width=\"2\"/>");
        }
        return Drawn(svg, 20 + (70 * count), $"{Words.Count(count, "dot", "dots")} in a row.");
    }

    private static Figure Drawn(StringBuilder parts, int wide, string alt) => new(
        $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Words.Number(wide)} {High + 20}\" role=\"img\">{parts}</svg>", alt);
}
