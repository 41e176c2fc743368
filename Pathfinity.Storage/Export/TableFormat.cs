namespace Pathfinity.Storage;

/// <summary>How a table is written to a file.</summary>
public enum TableFormat
{
    /// <summary>RFC 4180 with a header row.</summary>
    Csv,

    /// <summary>A JSON object a line.</summary>
    JsonLines,
}

/// <summary>A file that was written whole.</summary>
public sealed record ExportedFile(string Name, long Rows);
