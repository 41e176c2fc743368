namespace Pathfinity.Web.Tests;

/// <summary>A test in a real browser; skipped, with the reason, where none is installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChromiumFactAttribute : FactAttribute
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

    public ChromiumFactAttribute() => Skip = Executable is null ? "needs Chromium or Chrome on the PATH" : null;

    /// <summary>The browser's program; null where none is installed.</summary>
    public static string? Executable { get; } = (
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        where folder.Length > 0
        from name in Names
        from ending in (string[])["", ".exe"]
        let file = Path.Combine(folder, name + ending)
        where File.Exists(file)
        select file).FirstOrDefault();
}
