namespace Pathfinity.Content.Mathematics.Asks;

/// <summary>The shape of a file of asks (Data/math/asks-*.yml).</summary>
internal sealed class AskFile
{
    public string Source { get; set; } = "";

    public List<AskEntry> Asks { get; set; } = [];
}

/// <summary>An item model in data. Values are expressions of Science.Formula; texts have places for them: "{a} + {b}".</summary>
internal sealed class AskEntry
{
    /// <summary>The item model's permanent id without its subject.</summary>
    public string Id { get; set; } = "";

    public int Version { get; set; } = 1;

    /// <summary>recall, apply or reason.</summary>
    public string Demand { get; set; } = "apply";

    /// <summary>Logits above what is usual for the skill.</summary>
    public double Level { get; set; }

    /// <summary>What is drawn: "2..9", "0.5..3 by 0.1" or a list of texts. A binding's parameter of the same name replaces it.</summary>
    public Dictionary<string, object> Draw { get; set; } = [];

    /// <summary>An amount of things that people have, and its range: makes a scene with {one}, {many}, {holder}, {A}, {B}.</summary>
    public Dictionary<string, string> Things { get; set; } = [];

    /// <summary>True when it may be asked at work although the work changes nothing in it.</summary>
    public bool Desk { get; set; }

    /// <summary>What follows from the draws, in order.</summary>
    public Dictionary<string, string> Let { get; set; } = [];

    /// <summary>What must hold for the question to be asked.</summary>
    public List<string> When { get; set; } = [];

    public List<string> Ask { get; set; } = [];

    /// <summary>The right answer: an expression. Left out with options, sort or pairs.</summary>
    public string Key { get; set; } = "";

    /// <summary>What stands around the answer: "{} cm".</summary>
    public string Frame { get; set; } = "{}";

    /// <summary>What each bug yields: an expression or several.</summary>
    public Dictionary<string, object> Wrong { get; set; } = [];

    /// <summary>Text, condition under which it is right, bug of choosing it otherwise, and what the proof checks instead.</summary>
    public List<List<string>> Options { get; set; } = [];

    /// <summary>True when every right option is to be chosen; else exactly one is right.</summary>
    public bool Multi { get; set; }

    /// <summary>Things to put in rising order: text, its value, and what a bug sorts by.</summary>
    public List<List<string>> Sort { get; set; } = [];

    /// <summary>Prompt, answer (an expression) and the condition on the answer n that proves it.</summary>
    public List<List<string>> Pairs { get; set; } = [];

    public string Hint { get; set; } = "";

    public string Why { get; set; } = "";

    /// <summary>Form of the answer; its places have names that conditions may use.</summary>
    public string Form { get; set; } = "{n}";

    /// <summary>Conditions on the answer; {name} stands for a value.</summary>
    public List<string> Proof { get; set; } = [];

    /// <summary>Values of a letter of the answer at which the conditions must hold.</summary>
    public Dictionary<string, List<string>> At { get; set; } = [];

    public AskFigureEntry? Figure { get; set; }
}

/// <summary>A figure from the same values; cells are texts with places.</summary>
internal sealed class AskFigureEntry
{
    public string Kind { get; set; } = "table";

    public string Alt { get; set; } = "";

    public string Axis { get; set; } = "";

    public List<List<string>> Cells { get; set; } = [];
}
