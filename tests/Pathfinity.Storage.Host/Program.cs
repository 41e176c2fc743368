using System.Runtime.InteropServices;
using Npgsql;
using Pathfinity.Storage;

// A process that owns a data folder, for tests that kill it. It says "ready CONNECTION", waits for Ctrl-C, asks the
// server whether it is still there, says "alive" and ends.
var interrupted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
{
    context.Cancel = true;
    interrupted.TrySetResult();
});
try
{
    var progress = new Progress<string>(Console.Error.WriteLine);
    await using var server = await EmbeddedServer.StartAsync(new DirectoryInfo(args[0]), progress, CancellationToken.None);
    Console.WriteLine($"ready {server.ConnectionString}");
    await interrupted.Task;
    await using var connection = new NpgsqlConnection(server.ConnectionString + ";Pooling=false");
    await connection.OpenAsync();
    Console.WriteLine("alive");
    return 0;
}
catch (EnvironmentException e)
{
    Console.Error.WriteLine(e.Message);
    return 3;
}
catch (DataFolderException e)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
