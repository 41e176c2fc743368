namespace Pathfinity.Content.Science;

/// <summary>A measured quantity over days, places or things, to be drawn and read.</summary>
internal sealed class SeriesWorld
{
    public string Key { get; set; } = "";

    /// <summary>What the figure shows, a sentence: "The graph shows the rain of one week."</summary>
    public List<string> Intro { get; set; } = [];

    /// <summary>What was measured: "rainfall".</summary>
    public string Quantity { get; set; } = "";

    public string Unit { get; set; } = "";

    /// <summary>Labels along the axis, of which some in a row are used.</summary>
    public List<string> Labels { get; set; } = [];

    /// <summary>What one label is: "day".</summary>
    public string Item { get; set; } = "";

    public string Range { get; set; } = "0..20";

    public int Step { get; set; } = 2;

    public string Most { get; set; } = "greatest";

    public string Least { get; set; } = "smallest";

    /// <summary>What is usual for each label where nature gives a shape; empty where any values will do.</summary>
    public List<int> Base { get; set; } = [];

    /// <summary>Shapes that a law gives, one for each place, taken as they are: hours of daylight in one town or another.</summary>
    public List<List<int>> Shapes { get; set; } = [];

    /// <summary>True where values rise and fall just where the base does: what grows does not shrink.</summary>
    public bool Steady { get; set; }

    /// <summary>bars, or line where the labels are points in time.</summary>
    public string Kind { get; set; } = "bars";

    /// <summary>True where adding the values makes sense.</summary>
    public bool Adds { get; set; }
}
