namespace Pathfinity.Architecture.Tests;

public class DependencyTests
{
    [Fact]
    public void The_rooms_are_found() => Assert.Contains("Determinism", Rooms.References.Keys);

    [Fact]
    public void Every_room_has_its_floor() =>
        Assert.All(Rooms.References.Keys, room => Assert.True(Rooms.Floor(room) >= 0, $"{room} has no floor in Rooms.cs."));

    [Fact]
    public void A_room_refers_only_to_lower_floors() => Assert.All(
        from room in Rooms.References
        from reference in room.Value
        select (room.Key, reference),
        pair => Assert.True(Rooms.Floor(pair.reference) < Rooms.Floor(pair.Key), $"{pair.Key} refers to {pair.reference}."));

    [Fact]
    public void Only_hosts_use_the_service_defaults() => Assert.All(
        Rooms.References.Where(room => room.Value.Contains("ServiceDefaults")),
        room => Assert.Contains(room.Key, new[] { "Cli", "Api", "Silo" }));

    [Fact]
    public void The_service_defaults_know_no_room() =>
        Assert.Empty(Rooms.References.GetValueOrDefault("ServiceDefaults", []));

    [Fact]
    public void Determinism_stands_alone() => Assert.Empty(Rooms.References["Determinism"]);

    [Fact]
    public void A_room_is_tested_under_its_own_name() => Assert.All(
        Repository.OfKind(".Tests.csproj").Where(file => !file.Contains("Architecture", StringComparison.Ordinal)),
        file =>
        {
            var room = Path.GetFileName(file)["Pathfinity.".Length..^".Tests.csproj".Length];
            Assert.Contains(room, Rooms.ReferencesOf(file));
        });

    [Fact]
    public void Every_project_stands_in_the_solution()
    {
        var solution = string.Join('\n', Repository.Lines("Pathfinity.sln")).Replace('\\', '/');
        Assert.All(Repository.OfKind(".csproj"), file => Assert.Contains(file, solution, StringComparison.Ordinal));
    }
}
