namespace Pathfinity.Storage;

/// <summary>
/// What was asked for cannot be done with what was given; the message says what to do. Nothing was changed. Exit code 2
/// at the command line.
/// </summary>
public sealed class BadInputException(string message, Exception? inner = null) : Exception(message, inner);
