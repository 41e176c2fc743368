using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;

namespace Pathfinity.Cli;

/// <summary>Where a command writes: results on standard output, progress and notes on standard error.</summary>
internal sealed class Terminal(TextWriter output, TextWriter error, bool interactive)
{
    private static readonly JsonSerializerOptions JsonStyle = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly IAnsiConsole results = AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(output) });

    private readonly IAnsiConsole notes = AnsiConsole.Create(new()
    {
        Out = new AnsiConsoleOutput(error),
        Interactive = interactive ? InteractionSupport.Yes : InteractionSupport.No,
        Ansi = interactive ? AnsiSupport.Yes : AnsiSupport.No,
    });

    /// <summary>For commands that talk with somebody; null when nobody is there.</summary>
    public IAnsiConsole? Dialogue => interactive && !Console.IsInputRedirected ? notes : null;

    public TextWriter Output => output;

    public TextWriter ErrorOutput => error;

    public static Terminal Standard() => new(
        Console.Out,
        Console.Error,
        interactive: !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb");

    public void Result(string line) => output.WriteLine(line);

    public void Table(Table table) => results.Write(table);

    /// <summary>The one JSON document of a command, in camel case.</summary>
    public void Json<T>(T document) => output.WriteLine(JsonSerializer.Serialize(document, JsonStyle));

    public void Note(string line) => error.WriteLine(line);

    public void Error(string line) => error.WriteLine($"pathfinity: {line}");

    /// <summary>Does long work under a progress bar, or without one when nobody watches.</summary>
    public async Task<T> ProgressAsync<T>(string title, Func<ProgressBar, Task<T>> work)
    {
        if (!interactive)
        {
            return await work(new ProgressBar(null) { Title = title, Note = Note });
        }
        return await notes.Progress()
            .Columns(
                new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context => work(new ProgressBar(context.AddTask(Markup.Escape(title)))));
    }
}

/// <summary>One line of progress; safe to call from several threads.</summary>
internal sealed class ProgressBar(ProgressTask? task)
{
    private static readonly TimeSpan BetweenNotes = TimeSpan.FromSeconds(15);
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Lock gate = new();
    private TimeSpan noted;

    public string Title { get; set; } = "";

    /// <summary>Told now and then how far the work is and how long it still takes, where no bar is drawn.</summary>
    public Action<string>? Note { get; init; }

    public void Report(long done, long total)
    {
        if (task is not null)
        {
            task.MaxValue = Math.Max(total, 1);
            task.Value = done;
        }
        else if (Note is not null && done > 0 && IsDue())
        {
            Note(Line(Title, done, total, clock.Elapsed));
        }
    }

    public void Say(string title)
    {
        Title = title;
        if (task is not null)
        {
            task.Description = Markup.Escape(title);
        }
    }

    /// <summary>How far something is, and how long the rest takes at the same pace.</summary>
    internal static string Line(string title, long done, long total, TimeSpan elapsed)
    {
        var left = elapsed * (Math.Max(0, total - done) / (double)done);
        var text = left.TotalMinutes < 2 ? $"{left.TotalSeconds:0} s" : $"{left.TotalMinutes:0} min";
        return string.Create(CultureInfo.InvariantCulture, $"{title}: {100.0 * done / Math.Max(1, total):0}%, about {text} left");
    }

    private bool IsDue()
    {
        lock (gate)
        {
            var due = clock.Elapsed - noted >= BetweenNotes;
            noted = due ? clock.Elapsed : noted;
            return due;
        }
    }
}
