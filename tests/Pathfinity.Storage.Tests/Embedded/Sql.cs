using Npgsql;

namespace Pathfinity.Storage.Tests.Embedded;

internal static class Sql
{
    /// <summary>The first value of the result as text; on a connection of its own, closed for good afterwards.</summary>
    public static async Task<string?> AskAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (await command.ExecuteScalarAsync())?.ToString();
    }
}
