namespace Pathfinity.Cli;

/// <summary>The common options as a command reads them.</summary>
/// <param name="World">The world's name; a schema's name without its prefix.</param>
/// <param name="ConnectionString">Null for the embedded server.</param>
/// <param name="DataFolder">A full path; the folder may not exist.</param>
/// <param name="Seed">Null when none was given.</param>
/// <param name="Threads">At least one.</param>
/// <param name="Json">Whether the one result is a JSON document.</param>
internal sealed record Settings(
    string World, string? ConnectionString, string DataFolder, long? Seed, int Threads, bool Json);
