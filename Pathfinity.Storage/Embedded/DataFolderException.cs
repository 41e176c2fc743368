namespace Pathfinity.Storage;

/// <summary>
/// The data folder cannot be used as it is: in use, not writable, or made elsewhere. The message says what to do;
/// nothing in the folder was changed. Exit code 2 at the command line.
/// </summary>
public sealed class DataFolderException(string message, Exception? inner = null) : Exception(message, inner);
