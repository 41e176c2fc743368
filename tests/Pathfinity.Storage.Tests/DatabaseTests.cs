using Pathfinity.Testing;

namespace Pathfinity.Storage.Tests;

[Collection(PostgresTests.Name)]
public sealed class DatabaseTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Sessions_are_in_utc_whatever_the_server_says()
    {
        var own = await postgres.NewDatabaseAsync();
        await SqlText.RunAsync(own, $"ALTER DATABASE {SqlText.NameOf(own)} SET timezone = 'Asia/Kolkata'");
        await using var database = await Database.OpenAsync(own, CancellationToken.None);
        await using var command = database.Source.CreateCommand("SHOW timezone");
        Assert.Equal("UTC", await command.ExecuteScalarAsync());
    }

    [Theory]
    [InlineData("no connection string")]
    [InlineData("Host=localhost;Prot=5432")]
    [InlineData("Host=localhost;Port=many")]
    [InlineData("Database=pathfinity")]
    public async Task What_is_no_connection_string_is_bad_input(string text)
    {
        var e = await Assert.ThrowsAsync<BadInputException>(() => Database.OpenAsync(text, CancellationToken.None));
        Assert.DoesNotContain('\n', e.Message);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_named()
    {
        var e = await Assert.ThrowsAsync<EnvironmentException>(
            () => Database.OpenAsync("Host=127.0.0.1;Port=1;Database=schools;Username=me", CancellationToken.None));
        Assert.Contains("schools on 127.0.0.1:1", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', e.Message);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_named()
    {
        var e = await Assert.ThrowsAsync<EnvironmentException>(
            () => Database.OpenAsync(postgres.ConnectionString + ";Database=nowhere", CancellationToken.None));
        Assert.Contains("\"nowhere\" does not exist", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_old_server_is_refused() =>
        Assert.Contains("14.9", Refused(new Version(14, 9), "UTF8"), StringComparison.Ordinal);

    [Fact]
    public void Another_encoding_is_refused() =>
        Assert.Contains("SQL_ASCII", Refused(new Version(15, 0), "SQL_ASCII"), StringComparison.Ordinal);

    [Fact]
    public async Task A_role_without_the_right_to_create_is_told_what_to_ask_for()
    {
        var own = await postgres.NewDatabaseAsync();
        var role = SqlText.NameOf(own) + "_role";
        await SqlText.RunAsync(own, $"CREATE ROLE {role} LOGIN PASSWORD 'only-here'");
        await using var database = await Database.OpenAsync(
            own + $";Username={role};Password=only-here", CancellationToken.None);
        var e = await Assert.ThrowsAsync<EnvironmentException>(
            () => database.MigrateAsync(Migrations.World, "world_a", CancellationToken.None));
        Assert.Contains("GRANT CREATE", e.Message, StringComparison.Ordinal);
    }

    private static string Refused(Version version, string encoding) =>
        Assert.Throws<EnvironmentException>(() => Database.Check("a on b:1", version, encoding)).Message;
}
