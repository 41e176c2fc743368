using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Orleans.Serialization;
using Orleans.Storage;

namespace Pathfinity.Contracts;

/// <summary>
/// How errors cross from one process of the cluster to another: our own by their type and message, the database's as what
/// they are, so that whoever asked can tell one that passes from one that stays.
/// </summary>
public static class ClusterErrors
{
    /// <summary>Lets the errors of Pathfinity and of its database cross; silos and clients alike need it.</summary>
    public static IServiceCollection AddClusterErrors(this IServiceCollection services) =>
        services.Configure<ExceptionSerializationOptions>(options =>
        {
            options.SupportedNamespacePrefixes.Add(nameof(Pathfinity));
            options.SupportedNamespacePrefixes.Add(nameof(Npgsql));
        });

    /// <summary>
    /// Whether it may pass by itself: no silo answers for now, or the database is not reached or about to stop, rather than
    /// unwilling.
    /// </summary>
    public static bool IsPassing(Exception e) => e is OrleansException { InnerException: not NpgsqlException }
        ? e is not InconsistentStateException
        : IsDatabaseAway(e);

    /// <summary>Whether the database is not reached or about to stop, rather than unwilling.</summary>
    public static bool IsDatabaseAway(Exception e) => e switch
    {
        PostgresException
        {
            SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown
                or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.ObjectNotInPrerequisiteState,
        } => true,
        NpgsqlException { IsTransient: true } => true,
        NpgsqlException { InnerException: { } inner } => IsDatabaseAway(inner),
        // Of grain storage.
        OrleansException { InnerException: NpgsqlException inner } => IsDatabaseAway(inner),
        TimeoutException or System.Net.Sockets.SocketException or IOException => true,
        _ => false,
    };
}

/// <summary>What the server said.</summary>
[GenerateSerializer, Immutable, Alias("pathfinity.error.server")]
internal readonly record struct ServerError(
    [property: Id(0)] string Message, [property: Id(1)] string Severity, [property: Id(2)] string SqlState);

/// <summary>What became of a connection.</summary>
[GenerateSerializer, Immutable, Alias("pathfinity.error.connection")]
internal readonly record struct ConnectionError([property: Id(0)] string Message, [property: Id(1)] Exception? Inner);

[RegisterConverter]
internal sealed class ServerErrorConverter : IConverter<PostgresException, ServerError>
{
    public PostgresException ConvertFromSurrogate(in ServerError surrogate) =>
        new(surrogate.Message, surrogate.Severity, surrogate.Severity, surrogate.SqlState);

    public ServerError ConvertToSurrogate(in PostgresException value) =>
        new(value.MessageText, value.InvariantSeverity, value.SqlState);
}

[RegisterConverter]
internal sealed class ConnectionErrorConverter : IConverter<NpgsqlException, ConnectionError>
{
    public NpgsqlException ConvertFromSurrogate(in ConnectionError surrogate) => new(surrogate.Message, surrogate.Inner);

    public ConnectionError ConvertToSurrogate(in NpgsqlException value) => new(value.Message, value.InnerException);
}
