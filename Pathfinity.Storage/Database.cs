using System.Globalization;
using Npgsql;

namespace Pathfinity.Storage;

/// <summary>The PostgreSQL database that holds the catalogue and the worlds, known to be fit for them.</summary>
public sealed class Database : IAsyncDisposable
{
    /// <summary>The oldest major version of PostgreSQL that is supported.</summary>
    public const int OldestMajor = 15;

    // A dead network must not leave us believing that we hold a world.
    private const int KeepAliveSeconds = 30;
    private readonly string text;
    private readonly Lazy<NpgsqlDataSource> unhurried;

    private Database(NpgsqlDataSource source, string text)
    {
        Source = source;
        this.text = text;
        unhurried = new Lazy<NpgsqlDataSource>(() =>
        {
            var settings = new NpgsqlConnectionStringBuilder(text) { CommandTimeout = 0 };
            var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
            Configure(builder);
            return builder.Build();
        });
    }

    /// <summary>Connections to it, each in UTC.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>
    /// The same for loads, whose commands take as long as they take: only the server's own statement_timeout ends them.
    /// </summary>
    internal NpgsqlDataSource Unhurried => unhurried.Value;

    /// <summary>Reaches the database and sees that it is fit.</summary>
    /// <exception cref="BadInputException">The text is no connection string.</exception>
    /// <exception cref="EnvironmentException">The server is not reached, too old, or not in UTF8.</exception>
    public static async Task<Database> OpenAsync(string connectionString, CancellationToken cancellation)
    {
        var source = new NpgsqlDataSourceBuilder(Settings(connectionString).ConnectionString);
        Configure(source);
        var database = Of(source.Build(), connectionString);
        try
        {
            await database.RequireFitAsync(cancellation);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Another database of the same server, reached with the same rights.</summary>
    /// <exception cref="EnvironmentException">As <see cref="OpenAsync"/>.</exception>
    public Task<Database> OpenNeighborAsync(string name, CancellationToken cancellation) =>
        OpenAsync(new NpgsqlConnectionStringBuilder(text) { Database = name }.ConnectionString, cancellation);

    /// <summary>The database of a source that a host has made, not reached yet.</summary>
    /// <param name="source">Made with <see cref="Configure"/>; disposed with the database.</param>
    /// <exception cref="BadInputException">The text is no connection string.</exception>
    public static Database Of(NpgsqlDataSource source, string connectionString) =>
        new(source, Settings(connectionString).ConnectionString);

    /// <summary>Gives a source what every connection here has.</summary>
    public static void Configure(NpgsqlDataSourceBuilder source)
    {
        ArgumentNullException.ThrowIfNull(source);
        source.Name = "pathfinity";
        Apply(source.ConnectionStringBuilder);
    }

    /// <summary>Reaches the database and sees that it is fit.</summary>
    /// <exception cref="EnvironmentException">The server is not reached, too old, or not in UTF8.</exception>
    public async Task RequireFitAsync(CancellationToken cancellation)
    {
        var where = Where(new NpgsqlConnectionStringBuilder(text));
        try
        {
            await using var connection = await Source.OpenConnectionAsync(cancellation);
            Check(where, connection.PostgreSqlVersion, connection.PostgresParameters["server_encoding"]);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            throw new EnvironmentException(
                $"the database {where} is not reached: {Reason(e)}; see that it runs and that the connection "
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
        await MigrateAsync(connection, migrations, schema, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>The same within a transaction that is under way; says whether the schema is new.</summary>
    internal static async Task<bool> MigrateAsync(
        NpgsqlConnection connection, Migrations migrations, string schema, CancellationToken cancellation)
    {
        try
        {
            return await migrations.ApplyAsync(connection, schema, cancellation);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new EnvironmentException(
                $"the role of the connection may not make the schema {schema}: {e.MessageText}; as the database's owner "
                + $"run GRANT CREATE ON DATABASE {Identifier.Quote(connection.Database)} TO the role", e);
        }
    }

    /// <summary>A connection that is closed, and its session ended, when it is disposed.</summary>
    internal NpgsqlConnection NewUnpooled() =>
        new(new NpgsqlConnectionStringBuilder(text) { Pooling = false, KeepAlive = KeepAliveSeconds }.ConnectionString);

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        if (unhurried.IsValueCreated)
        {
            await unhurried.Value.DisposeAsync();
        }
    }

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

    private static NpgsqlConnectionStringBuilder Settings(string connectionString)
    {
        var settings = Read(connectionString);
        Apply(settings);
        return settings;
    }

    private static void Apply(NpgsqlConnectionStringBuilder settings)
    {
        settings.Timezone = "UTC";
        settings.Enlist = false;
        settings.ApplicationName ??= "pathfinity";
    }

    private static string Where(NpgsqlConnectionStringBuilder settings) => string.Create(
        CultureInfo.InvariantCulture, $"{settings.Database ?? settings.Username} on {settings.Host}:{settings.Port}");

    private static string Reason(Exception e) =>
        OneLine(e is PostgresException refused ? refused.MessageText : (e.InnerException ?? e).Message);

    private static string OneLine(string text) => string.Join(' ', text.Split('\n', '\r')).TrimEnd('.', ' ');
}
