namespace Pathfinity.Content;

/// <summary>A drawing made from the same parameters as its question.</summary>
/// <param name="Svg">A whole SVG document without scripts or outside references.</param>
/// <param name="Alt">The same in words, without giving the answer away beyond what the drawing shows.</param>
public sealed record Figure(string Svg, string Alt);
