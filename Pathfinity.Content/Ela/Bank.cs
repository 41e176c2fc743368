using System.Collections.Immutable;

namespace Pathfinity.Content.Ela;

/// <summary>A closed list of hand-made lines for one point of language, in groups that share a label or a rule.</summary>
/// <param name="Key">Its name in bindings.</param>
/// <param name="Bug">The bug behind a wrong answer where a line names none.</param>
/// <param name="Settings">Wordings and hints, by name.</param>
internal sealed record Bank(
    string Key, string Bug, ImmutableArray<BankGroup> Groups, IReadOnlyDictionary<string, ImmutableArray<string>> Settings)
{
    public ImmutableArray<BankLine> Lines => [.. Groups.SelectMany(group => group.Lines)];

    public ImmutableArray<string> Wordings(string name, params string[] otherwise) =>
        Settings.TryGetValue(name, out var wordings) ? wordings : [.. otherwise];

    /// <summary>The wordings of the group, or those of the bank where the group has none.</summary>
    public ImmutableArray<string> Wordings(BankGroup group, string name, params string[] otherwise) =>
        Settings.TryGetValue(Of(name, group.Label), out var wordings) ? wordings : Wordings(name, otherwise);

    /// <summary>The name of a setting that holds for one group only.</summary>
    public static string Of(string name, string label) => $"{name} [{label}]";

    public string Text(string name, string otherwise) => Settings.TryGetValue(name, out var texts) ? texts[0] : otherwise;

    public BankGroup Group(string label) => Groups.First(group => group.Label == label);
}

/// <summary>Lines of one label, with what the label means or why the form is right.</summary>
internal sealed record BankGroup(string Label, string Why, string Bug, ImmutableArray<BankLine> Lines);

/// <summary>One line: fields between bars; slots in braces.</summary>
internal sealed record BankLine(string Label, ImmutableArray<string> Fields)
{
    public string Text => Fields[0];

    /// <summary>True when a work context changes the line.</summary>
    public bool Works => Slots.Occur(Text);
}
