using NodaTime;

namespace Pathfinity.Simulation.Tests;

public sealed class WorldSpecYamlTests
{
    private static readonly WorldSpec Spec = new()
    {
        Seed = -7,
        From = new LocalDate(2026, 1, 5),
        Students = 1000,
        ClassSize = 25,
        District = "O'Neil: \"North\" # District 5",
        Zone = "Europe/Berlin",
        Calendar = CalendarKind.Continuous,
    };

    [Fact]
    public void What_is_written_is_read_again() => Assert.Equal(Spec, WorldSpecYaml.Read(WorldSpecYaml.Write(Spec)));

    [Fact]
    public void Keys_that_are_left_out_have_their_defaults() => Assert.Equal(
        new WorldSpec { Seed = 7, From = new LocalDate(2026, 1, 5) }, WorldSpecYaml.Read("seed: 7\nfrom: 2026-01-05\n"));

    [Theory]
    [InlineData("seed: 7\nfrom: 2026-01-05\nstudnets: 300\n", "line 3: 'studnets' is no key")]
    [InlineData("seed: seven\nfrom: 2026-01-05\n", "line 1: seed: 'seven'")]
    [InlineData("seed: 7\nfrom: 2026-02-30\n", "line 2: from: '2026-02-30'")]
    [InlineData("seed: 7\nfrom: 1969-12-31\n", "line 2: from: ")]
    [InlineData("seed: 7\n\nstudents: 13\n", "line 3: students: '13' is no whole number from 14")]
    [InlineData("class_size: 1\n", "line 1: class_size")]
    [InlineData("zone: Mars/Olympus\n", "line 1: zone: 'Mars/Olympus' is no time zone")]
    [InlineData("time_zone_data: 1999a\n", "line 1: time_zone_data: the world was made with '1999a'")]
    [InlineData("calendar: lunar\n", "line 1: calendar: 'lunar'")]
    [InlineData("district: ''\n", "line 1: district")]
    [InlineData("seed: [7]\n", "line 1: the value of 'seed'")]
    [InlineData("seed: 7\nseed: 8\n", "line 2: ")]
    [InlineData("- seed\n", "line 1: a spec is one document")]
    [InlineData("", "line 1: a spec is one document")]
    [InlineData("from: 2026-01-05\n", "the spec has no seed")]
    [InlineData("seed: 7\n", "the spec has no first day")]
    public void What_cannot_be_is_refused_by_its_line(string yaml, string message) => Assert.StartsWith(
        message, Assert.Throws<SpecException>(() => WorldSpecYaml.Read(yaml)).Message, StringComparison.Ordinal);
}
