using NodaTime;
using Pathfinity.Learning;

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
        Model = new ModelParameters { ForgettingExponent = 0.1, WheelSpinningOpportunities = 20 },
        Without = Mechanism.Gaming | Mechanism.WarmUp,
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
    [InlineData("seed: 7\nmodel:\n  slipp: 0.1\n", "line 3: model: 'slipp' is no constant")]
    [InlineData("seed: 7\nmodel:\n  slip: much\n", "line 3: model: slip: 'much' is no number from 0 to 0.4")]
    [InlineData("seed: 7\nmodel:\n  slip: 0.5\n", "line 3: model: slip: '0.5' is no number from 0 to 0.4")]
    [InlineData("seed: 7\nmodel:\n  wheel_spinning_opportunities: 1.5\n", "line 3: model: wheel_spinning_opportunities: '1.5' is no whole")]
    [InlineData("seed: 7\nmodel: [slip]\n", "line 2: model: ")]
    [InlineData("seed: 7\nwithout: [forgeting]\n", "line 2: without: 'forgeting' is no mechanism")]
    [InlineData("seed: 7\nwithout: forgetting\n", "line 2: without: a list")]
    [InlineData("seed: 7\nfrom: 2026-01-05\nto: 2026-01-04\n", "line 3: to: 2026-01-04 is before the first day, 2026-01-05")]
    [InlineData("seed: 7\nfrom: 2026-06-15\nto: 2026-07-10\n", "line 3: to: the calendar has no day of school from 2026-06-15 to 2026-07-10")]
    [InlineData("seed: 7\nfrom: 2026-01-10\nto: 2026-01-11\ncalendar: continuous\n", "line 3: to: the calendar has no day of school")]
    [InlineData("seed: 7\nfrom: 2026-01-05\nhistory: 30\n", "line 3: history: it counts back")]
    [InlineData("seed: 7\nhistory: 0\n", "line 2: history: '0' is no whole number from 1")]
    [InlineData("seed: 7\nfrom: 2026-01-05\nteachers: 9\n", "line 3: teachers: 300 students in classes of 22 at most make 35 classrooms, more than 9 teachers")]
    [InlineData("seed: 7\nfrom: 2026-01-05\nstudents: 20\nclass_size: 20\nteachers: 40\n", "line 5: teachers: 40 are more than the 20 students")]
    [InlineData("catalogue: huge\n", "line 1: catalogue: 'huge' is no volume")]
    [InlineData("mode: fair\n", "line 1: mode: 'fair' is no mode; write neutral, opportunity or planted")]
    [InlineData("seed: 7\nopportunities: devices\n", "line 2: opportunities: a list")]
    [InlineData("seed: 7\nopportunities: [pools]\n", "line 2: opportunities: 'pools' is none")]
    [InlineData("seed: 7\nfrom: 2026-01-05\nopportunities: [devices]\n", "line 3: opportunities: schools differ")]
    [InlineData("seed: 7\nfrom: 2026-01-05\nmode: neutral\nplanted_gap: -0.4\n", "line 4: planted_gap: there is a group")]
    [InlineData("seed: 7\nmodel:\n  home_user_share: 1.2\n", "line 3: model: home_user_share: '1.2' is no number from 0 to 1")]
    [InlineData("seed: 7\nmodel:\n  slip: NaN\n", "line 3: model: slip: 'NaN' is no number")]
    [InlineData("seed: 7\nmodel:\n  slip: 0.1\n  slip: 0.2\n", "line 4: ")]
    [InlineData("planted_gap: 9\n", "line 1: planted_gap: '9' is no number from -3 to 3")]
    [InlineData("further_zones: America/Denver\n", "line 1: further_zones: a list")]
    [InlineData("seed: 7\nfurther_zones: [Mars/Olympus]\n", "line 2: further_zones: 'Mars/Olympus' is no time zone")]
    [InlineData("seed: 7\nfrom: 2026-01-05\nfurther_zones: [Pacific/Honolulu]\n", "line 3: further_zones: Pacific/Honolulu is more than 3 hours")]
    [InlineData("- seed\n", "line 1: a spec is one document")]
    [InlineData("", "line 1: a spec is one document")]
    [InlineData("from: 2026-01-05\n", "the spec has no seed")]
    [InlineData("seed: 7\n", "the spec has no first day")]
    public void What_cannot_be_is_refused_by_its_line(string yaml, string message) => Assert.StartsWith(
        message, Assert.Throws<SpecException>(() => WorldSpecYaml.Read(yaml)).Message, StringComparison.Ordinal);

    [Fact]
    public void What_a_world_is_made_with_is_written_and_read_again()
    {
        var spec = Spec with { To = new LocalDate(2026, 6, 1), Teachers = 400, Catalogue = "full" };
        Assert.Equal(spec, WorldSpecYaml.Read(WorldSpecYaml.Write(spec)));
        var dateless = WorldSpecYaml.Read("seed: 7\nhistory: 30\n");
        Assert.Equal(dateless, WorldSpecYaml.Read(WorldSpecYaml.Write(dateless)));
    }

    [Theory]
    [InlineData(WorldMode.Opportunity, Opportunities.Devices | Opportunities.Courses, -0.5)]
    [InlineData(WorldMode.Opportunity, Opportunities.None, -0.5)]
    [InlineData(WorldMode.Opportunity, Opportunities.All, -0.5)]
    [InlineData(WorldMode.Planted, Opportunities.All, 0.25)]
    public void A_mode_is_written_and_read_again(WorldMode mode, Opportunities opportunities, double gap)
    {
        var spec = Spec with { Mode = mode, Opportunities = opportunities, PlantedGap = gap };
        Assert.Equal(spec, WorldSpecYaml.Read(WorldSpecYaml.Write(spec)));
    }

    [Theory]
    [InlineData(12, 24, 1, false)]
    [InlineData(12, 24, 7, true)]
    [InlineData(7, 20, 30, false)]
    [InlineData(7, 20, 60, true)]
    public void A_history_that_holds_no_day_of_school_is_refused_by_its_line(int month, int day, int history, bool can)
    {
        var today = new LocalDate(2026, month, day);
        WorldSpec Dated(WorldSpec spec) => spec with
        {
            From = today.PlusDays(-spec.History!.Value), To = today.PlusDays(-1), History = null,
        };
        var yaml = $"seed: 7\nhistory: {history}\n";
        if (can)
        {
            Assert.Equal(today.PlusDays(-history), WorldSpecYaml.Read(yaml, Dated).From);
            return;
        }
        Assert.StartsWith(
            "line 2: history: the calendar has no day of school from 2026-",
            Assert.Throws<SpecException>(() => WorldSpecYaml.Read(yaml, Dated)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void There_are_four_presets_each_a_spec_that_can_be()
    {
        Assert.Equal("demo district loadtest testbed", string.Join(' ', Presets.Names));
        Assert.All(Presets.Names, name => Assert.True(Presets.Spec(name) is { To: not null } or { History: not null }, name));
        Assert.Equal(20_000, Presets.Spec("district").Students);
    }

    [Fact]
    public void A_world_without_a_mechanism_has_other_constants_and_the_same_model()
    {
        foreach (var mechanism in Mechanisms.All)
        {
            var spec = Spec with { Model = ModelParameters.Default, Without = mechanism };
            Assert.Equal(spec, WorldSpecYaml.Read(WorldSpecYaml.Write(spec)));
            Assert.NotEqual(spec.Model, spec.Parameters);
        }
    }
}
