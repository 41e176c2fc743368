using Pathfinity.Testing;

namespace Pathfinity.Storage.Tests;

[Collection(PostgresTests.Name)]
public sealed class DataDictionaryTests(PostgresFixture postgres)
{
    [Fact]
    public async Task The_data_dictionary_is_what_the_database_says()
    {
        await using var world = await TestWorld.NewAsync(postgres);
        var written = await DataDictionary.WriteAsync(world.Database, TestWorld.Name, CancellationToken.None);
        var file = Path.Combine(Root(), "docs", "data-dictionary.md");
        var kept = File.Exists(file) ? (await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n") : "";
        Assert.True(
            written == kept, "docs/data-dictionary.md is stale: ./pathfinity world dictionary > docs/data-dictionary.md");
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Pathfinity.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("There is no Pathfinity.sln above the tests.");
        }
        return folder;
    }
}
