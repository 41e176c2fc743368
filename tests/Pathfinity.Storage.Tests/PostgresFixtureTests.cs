using Pathfinity.Storage.Tests.Embedded;
using Pathfinity.Testing;

namespace Pathfinity.Storage.Tests;

[Collection(PostgresTests.Name)]
public sealed class PostgresFixtureTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Each_test_has_a_database_of_its_own()
    {
        var mine = await postgres.NewDatabaseAsync();
        var yours = await postgres.NewDatabaseAsync();
        await Sql.AskAsync(mine, "CREATE TABLE mine ()");
        Assert.Equal("mine", await Sql.AskAsync(mine, "SELECT to_regclass('mine')::text"));
        Assert.Equal("", await Sql.AskAsync(yours, "SELECT to_regclass('mine')::text"));
    }
}
