using Pathfinity.Testing;

namespace Pathfinity.Storage.Tests;

/// <summary>Put <c>[Collection(PostgresTests.Name)]</c> on a class to be given the assembly's <see cref="PostgresFixture"/>.</summary>
[CollectionDefinition(Name)]
public sealed class PostgresTests : ICollectionFixture<PostgresFixture>
{
    public const string Name = "postgres";
}
