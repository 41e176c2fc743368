namespace Pathfinity.Silo;

/// <summary>Limits of a silo.</summary>
public sealed class PathfinitySiloOptions
{
    /// <summary>Section of the configuration that sets them.</summary>
    public const string Section = "Pathfinity";

    /// <summary>Students of one school that are woken and not yet asleep again or at work.</summary>
    public int WakingMax { get; set; } = 256;

    /// <summary>A student that is awake and was not heard of for so long is woken again, wherever that may be.</summary>
    public TimeSpan SilenceMax { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often a school looks for what is due.</summary>
    public TimeSpan Look { get; set; } = TimeSpan.FromMilliseconds(250);
}
