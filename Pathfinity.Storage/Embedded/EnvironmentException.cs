namespace Pathfinity.Storage;

/// <summary>The machine lacks something; the message says what and how to get it. Exit code 3 at the command line.</summary>
public sealed class EnvironmentException(string message, Exception? inner = null) : Exception(message, inner);
