using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Pathfinity.Content;

/// <summary>
/// Instructions to a language model and the schema of its answers, from the files <c>Prompts/NAME.VERSION.md</c> and
/// <c>.json</c>. Changed instructions are a new version: what an older one bought stays what it was.
/// </summary>
internal sealed record Prompt(string Name, int Version, string Text, string Schema)
{
    /// <summary>Writes the questions of one content item.</summary>
    public static Prompt Write { get; } = Read("write", 1);

    /// <summary>Answers questions without seeing their keys.</summary>
    public static Prompt Solve { get; } = Read("solve", 1);

    public JsonElement SchemaJson()
    {
        using var document = JsonDocument.Parse(Schema);
        return document.RootElement.Clone();
    }

    private static Prompt Read(string name, int version)
    {
        var file = string.Create(CultureInfo.InvariantCulture, $"Prompts/{name}.{version}");
        return new Prompt(name, version, Resource($"{file}.md"), Resource($"{file}.json"));
    }

    internal static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new ContentException($"No file '{name}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
