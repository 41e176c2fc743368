namespace Pathfinity.Silo;

/// <summary>Limits of a silo.</summary>
public sealed class PathfinitySiloOptions
{
    /// <summary>Section of the configuration that sets them.</summary>
    public const string Section = "Pathfinity";

    /// <summary>Students of one school that were woken and have not been heard of since.</summary>
    public int WakingMax { get; set; } = 64;

    /// <summary>A student that is awake and was not heard of for so long is woken again, wherever that may be.</summary>
    public TimeSpan SilenceMax { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often what is outstanding is asked for again, as it may have been lost.</summary>
    public TimeSpan ResumePause { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>A student outside a session whose next activity is further away than this, on the wall, goes to sleep.</summary>
    public TimeSpan SleepGap { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a school looks for what is due.</summary>
    public TimeSpan Look { get; set; } = TimeSpan.FromMilliseconds(250);
}
