using System.Globalization;
using Npgsql;

namespace Pathfinity.Storage;

/// <summary>The PostgreSQL database that holds the catalogue and the worlds, known to be fit for them.</summary>
public sealed class Database : IAsyncDisposable
{
    /// <summary>The oldest major version of PostgreSQL that is supported.</summary>
    public const int OldestMajor = 15;

    private Database(NpgsqlDataSource source) => Source = source;

    /// <summary>Connections to it, each in UTC.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>Reaches the database and sees that it is fit.</summary>
    /// <exception cref="BadInputException">The text is no connection string.</exception>
    /// <exception cref="EnvironmentException">The server is not reached, too old, or not in UTF8.</exception>
    public static async Task<Database> OpenAsync(string connectionString, CancellationToken cancellation)
    {
        var settings = Read(connectionString);
        var source = SourceOf(settings);
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellation);
            Check(Where(settings), connection.PostgreSqlVersion, connection.PostgresParameters["server_encoding"]);
            return new Database(source);
        }
        catch (Exception e) when (e is NpgsqlException or EnvironmentException or TimeoutException)
        {
            await source.DisposeAsync();
            throw e as EnvironmentException ?? new EnvironmentException(
                $"the database {Where(settings)} is not reached: {Reason(e)}; see that it runs and that the connection "
                + "string is right, or leave --db out to use the embedded server", e);
        }
    }

    /// <summary>Brings a schema, made if it is missing, to the version that this program knows.</summary>
    /// <exception cref="EnvironmentException">A newer program made it, or the role may not create it.</exception>
    public async Task MigrateAsync(Migrations migrations, string schema, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(migrations);
        await using var connection = await Source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        try
        {
            await migrations.ApplyAsync(connection, schema, cancellation);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new EnvironmentException(
                $"the role of the connection may not make the schema {schema}: {e.MessageText}; as the database's owner "
                + $"run GRANT CREATE ON DATABASE {Identifier.Quote(connection.Database)} TO the role", e);
        }
        await transaction.CommitAsync(cancellation);
    }

    public ValueTask DisposeAsync() => Source.DisposeAsync();

    /// <exception cref="EnvironmentException">The server is too old, or its text is not in UTF8.</exception>
    internal static void Check(string where, Version version, string encoding)
    {
        if (version.Major < OldestMajor)
        {
            throw new EnvironmentException(string.Create(CultureInfo.InvariantCulture,
                $"the database {where} is PostgreSQL {version}; {OldestMajor} or newer is needed"));
        }
        if (encoding != "UTF8")
        {
            throw new EnvironmentException(
                $"the database {where} keeps text as {encoding}; make one with ENCODING 'UTF8' TEMPLATE template0");
        }
    }

    private static NpgsqlConnectionStringBuilder Read(string connectionString)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connectionString);
            return settings.Host is null
                ? throw new BadInputException("the connection string names no Host; write Host=...;Database=...;Username=...")
                : settings;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException)
        {
            throw new BadInputException(
                $"the connection string is not understood: {OneLine(e.Message)}; write Host=...;Database=...;Username=...", e);
        }
    }

    private static NpgsqlDataSource SourceOf(NpgsqlConnectionStringBuilder given)
    {
        var settings = new NpgsqlConnectionStringBuilder(given.ConnectionString) { Timezone = "UTC", Enlist = false };
        settings.ApplicationName ??= "pathfinity";
        return new NpgsqlDataSourceBuilder(settings.ConnectionString) { Name = "pathfinity" }.Build();
    }

    private static string Where(NpgsqlConnectionStringBuilder settings) => string.Create(
        CultureInfo.InvariantCulture, $"{settings.Database ?? settings.Username} on {settings.Host}:{settings.Port}");

    private static string Reason(Exception e) =>
        OneLine(e is PostgresException refused ? refused.MessageText : (e.InnerException ?? e).Message);

    private static string OneLine(string text) => string.Join(' ', text.Split('\n', '\r')).TrimEnd('.', ' ');
}
