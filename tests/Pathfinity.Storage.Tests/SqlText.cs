using Npgsql;

namespace Pathfinity.Storage.Tests;

/// <summary>SQL that a test says to a database.</summary>
internal static class SqlText
{
    public static string NameOf(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString).Database!;

    public static async Task RunAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await RunAsync(source, sql);
    }

    public static async Task<int> RunAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteNonQueryAsync();
    }

    /// <summary>The first value of the result.</summary>
    public static async Task<T> AskAsync<T>(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
