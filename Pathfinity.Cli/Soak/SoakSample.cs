namespace Pathfinity.Cli.Soak;

/// <summary>What a live process took at one moment.</summary>
/// <param name="ResidentMb">Memory of the process that is in the machine's.</param>
/// <param name="HeapMb">Managed memory after the last collection.</param>
/// <param name="Handles">Open files and sockets; 0 where the system does not say.</param>
/// <param name="LagMs">From when the last activity was due to when it was stored and told.</param>
/// <param name="WalMb">Write-ahead log that the server has written since the first sample.</param>
internal readonly record struct SoakSample(
    TimeSpan At, double ResidentMb, double HeapMb, int Handles, double LagMs, double WalMb);
