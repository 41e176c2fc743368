using System.Globalization;

namespace Pathfinity.Storage.Embedded;

/// <summary>
/// The server's configuration: durable, alone on its machine's loopback, and made for loading much at once.
/// </summary>
internal static class ServerSettings
{
    private const long Megabyte = 1024 * 1024;
    private const long Gigabyte = 1024 * Megabyte;
    private const long RoomyDisk = 40 * Gigabyte;

    /// <summary>Written whole at each start, so that an older folder gets the settings of today.</summary>
    public static void Write(ServerHome home, int port) => File.WriteAllText(
        Path.Combine(home.Cluster, "postgresql.conf"),
        Text(port, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes, new DriveInfo(home.Folder).AvailableFreeSpace));

    /// <summary>
    /// <c>wal_level = minimal</c> lets a COPY into a table made in the same transaction go past the log, and loses
    /// nothing: such a table is on disk before the commit returns. Long checkpoint distances keep full-page images rare,
    /// so compressing them would only cost a core. Dropping or dumping a world locks each of its partitions at once.
    /// </summary>
    public static string Text(int port, long memory, long disk) => string.Create(CultureInfo.InvariantCulture, $"""
        # Written by pathfinity at each start. Settings of your own survive in postgresql.auto.conf (ALTER SYSTEM).
        listen_addresses = '127.0.0.1'
        port = {port}
        unix_socket_directories = ''
        max_connections = 100
        max_locks_per_transaction = 256
        password_encryption = 'scram-sha-256'

        fsync = on
        full_page_writes = on
        synchronous_commit = on
        wal_level = minimal
        max_wal_senders = 0
        wal_compression = off
        wal_buffers = 16MB
        min_wal_size = {(disk > RoomyDisk ? 1024 : 256)}MB
        max_wal_size = {(disk > RoomyDisk ? 4096 : 1024)}MB
        checkpoint_timeout = 15min
        checkpoint_completion_target = 0.9

        shared_buffers = {Share(memory, 16, 64, 1024)}MB
        effective_cache_size = {Share(memory, 2, 256, 65536)}MB
        maintenance_work_mem = {Share(memory, 32, 64, 512)}MB
        work_mem = {Share(memory, 512, 8, 32)}MB
        max_worker_processes = 8
        max_parallel_workers_per_gather = {Math.Clamp(Environment.ProcessorCount / 2, 0, 4)}
        random_page_cost = 1.1
        jit = off

        timezone = 'UTC'
        log_timezone = 'UTC'
        datestyle = 'ISO, MDY'
        lc_messages = 'C'
        log_line_prefix = '%m [%p] '
        log_checkpoints = off

        """);

    /// <summary>A part of the memory in megabytes, within bounds.</summary>
    private static long Share(long memory, long divisor, long least, long most) =>
        Math.Clamp(memory / divisor / Megabyte, least, most);
}
