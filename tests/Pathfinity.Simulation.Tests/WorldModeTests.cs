using NodaTime;
using Pathfinity.Curriculum;
using Pathfinity.Learning;

namespace Pathfinity.Simulation.Tests;

public sealed class WorldModeTests
{
    private static readonly Release Release = SyntheticRelease.Make();
    private static readonly WorldSpec Spec = new() { Seed = 11, From = new LocalDate(2025, 8, 18), Students = 70, ClassSize = 10 };
    private static readonly int Last = SchoolCalendar.Number(new LocalDate(2025, 9, 12));

    [Fact]
    public async Task In_a_neutral_world_other_labels_at_the_same_dice_change_nothing_that_happens()
    {
        var calendar = new SchoolCalendar(Spec);
        var roster = new PeopleBuilder(Spec).Build(0);
        var exchanged = roster with { Students = [.. roster.Students.Select(Exchanged)] };
        Assert.All(roster.Students.Zip(exchanged.Students), pair => Assert.NotEqual(pair.First, pair.Second));

        var own = Lived(new WorldFrame(Spec, calendar, roster, Release));
        Assert.Equal(own, Lived(new WorldFrame(Spec, calendar, exchanged, Release)));
        Assert.True(own.Count > 5_000);
        Assert.Equal(await LiveAsync(Spec), await LiveAsync(Spec with { Opportunities = Opportunities.None, PlantedGap = 2 }));
    }

    [Fact]
    public void Schools_that_offer_more_are_told_from_others_by_what_they_offer_alone()
    {
        var spec = Spec with { Students = 14_000, ClassSize = 22, Mode = WorldMode.Opportunity };
        var roster = new PeopleBuilder(spec).Build(0);
        Assert.True(roster.Students.SequenceEqual(new PeopleBuilder(spec with { Mode = WorldMode.Neutral }).Build(0).Students));
        var circumstances = new Circumstances(spec);
        foreach (var of in (Opportunities[])[Opportunities.Devices, Opportunities.Transport, Opportunities.Turnover, Opportunities.Courses])
        {
            var without = new Circumstances(spec with { Opportunities = Opportunities.All & ~of });
            Assert.All(roster.Schools, school => Assert.Equal(0, without.Level(school.Id, of)));
            Assert.All(roster.Schools, school => Assert.NotEqual(0, circumstances.Level(school.Id, of)));
        }
        var p = spec.Parameters;
        foreach (var school in roster.Schools.Select(school => school.Id))
        {
            var own = circumstances.Of(p, school);
            Assert.Equal(circumstances.Level(school, Opportunities.Devices) > 0, own.HomeUserShare > p.HomeUserShare);
            Assert.Equal(circumstances.Level(school, Opportunities.Transport) > 0, own.AbsenceMean < p.AbsenceMean);
            Assert.Equal(circumstances.Level(school, Opportunities.Courses) > 0, circumstances.IdleWeeks(0.1, school) < 0.1);
            Assert.Equal(circumstances.Level(school, Opportunities.Turnover) > 0, circumstances.Teaching(school) > 0);
            Assert.Equal(p with { HomeUserShare = own.HomeUserShare, AbsenceMean = own.AbsenceMean }, own);
        }
    }

    [Fact]
    public void A_planted_gap_is_the_gap_of_the_fictional_group_and_of_nobody_else()
    {
        var planted = Spec with { Students = 2_000, Mode = WorldMode.Planted, PlantedGap = -0.7 };
        var (calendar, roster) = (new SchoolCalendar(planted), new PeopleBuilder(planted).Build(0));
        var with = new WorldFrame(planted, calendar, roster, Release);
        var without = new WorldFrame(planted with { Mode = WorldMode.Neutral }, calendar, roster, Release);
        var group = roster.Students.Where(student => student.RaceEthnicity == RaceEthnicity.Fictional).Select(student => student.Id).ToHashSet();
        Assert.InRange(group.Count, 430, 570);
        Assert.All(roster.Students, student => Assert.Equal(
            group.Contains(student.Id) ? -0.7 : 0,
            with.TraitsOf(student.Id).Ability(Subject.Math) - without.TraitsOf(student.Id).Ability(Subject.Math), 9));
        Assert.DoesNotContain(
            new PeopleBuilder(Spec).Build(0).Students, student => student.RaceEthnicity == RaceEthnicity.Fictional);
    }

    [Fact]
    public async Task Schools_of_several_zones_ring_their_bells_at_their_own_time_also_when_the_clocks_change()
    {
        var spec = Spec with
        {
            Students = 1_000, ClassSize = 22, From = new LocalDate(2025, 10, 27), Zone = "America/Chicago",
            FurtherZones = ["America/Los_Angeles"],
        };
        Assert.Equal(["America/Los_Angeles"], WorldSpecYaml.Read(WorldSpecYaml.Write(spec)).FurtherZones.ToArray());
        Assert.Equal(spec, WorldSpecYaml.Read(WorldSpecYaml.Write(spec)));
        Assert.NotEqual(spec, spec with { FurtherZones = ["America/Denver"] });
        var roster = new PeopleBuilder(spec).Build(0);
        Assert.Equal(["America/Chicago", "America/Los_Angeles"], roster.Schools.Where(s => s.Level == SchoolLevel.Elementary).Select(s => s.Zone));

        var frame = new WorldFrame(spec, new SchoolCalendar(spec), roster, Release);
        foreach (var student in roster.Students.DistinctBy(student => roster.SchoolOf(student.Id)).Select(student => student.Id))
        {
            var zone = DateTimeZoneProviders.Tzdb[roster.Schools[roster.SchoolOf(student)].Zone];
            foreach (var date in (LocalDate[])[new(2025, 10, 31), new(2025, 11, 3)]) // the clocks go back on 2 November
            {
                var dawn = frame.Dawn(student, SchoolCalendar.Number(date));
                Assert.Equal(date.At(new LocalTime(4, 0)), dawn.InZone(zone).LocalDateTime);
            }
        }
        var store = new MemoryStore(spec, Release);
        var world = await OpenWorld.OpenAsync(store, store.Lease, CancellationToken.None);
        await new BatchEngine(world, 2).RunToAsync(SchoolCalendar.Number(new LocalDate(2025, 11, 4)), null, CancellationToken.None);
        foreach (var day in store.Rows.Attendance.Where(row => row.Status == AttendanceStatus.Present))
        {
            var school = roster.Schools[roster.SchoolOf(ActivityId.Student(day.Id))];
            var at = Instant.FromUnixTimeMilliseconds(day.At).InZone(DateTimeZoneProviders.Tzdb[school.Zone]).LocalDateTime;
            Assert.Equal(SchoolCalendar.Date(day.Day).AtMidnight().PlusHours(4).PlusMilliseconds(Timetable.FirstBellMs(school.Level)), at);
        }
    }

    private static Student Exchanged(Student student) => student with
    {
        GivenName = "Other", FamilyName = "Name", Gender = student.Gender == Gender.Male ? Gender.Female : Gender.Male,
        RaceEthnicity = student.RaceEthnicity == RaceEthnicity.White ? RaceEthnicity.Black : RaceEthnicity.White,
        Iep = !student.Iep, Ell = !student.Ell, Frl = !student.Frl, BirthDate = student.BirthDate.PlusDays(30),
    };

    private static List<string> Lived(WorldFrame frame)
    {
        var happened = new List<string>();
        foreach (var student in frame.Roster.Students.Select(student => student.Id))
        {
            var (mind, traits) = (new Mind(), frame.TraitsOf(student));
            for (var day = frame.Roster.FirstDay; day <= Last; day++)
            {
                var run = StudentDay.Begin(student, traits, mind, frame.Brief(student, day, []), frame.DiceOf(student, day));
                while (run.TryNext(out var activity))
                {
                    happened.Add($"{student} {activity.At} {activity.Sequence} {activity.Kind} {activity.Attempt} {activity.Assessment}");
                }
                mind = run.Dusk;
            }
        }
        return happened;
    }

    private static async Task<AttemptRow[]> LiveAsync(WorldSpec spec)
    {
        var store = new MemoryStore(spec, Release);
        var world = await OpenWorld.OpenAsync(store, store.Lease, CancellationToken.None);
        await new BatchEngine(world, 2).RunToAsync(Last, null, CancellationToken.None);
        return [.. store.Rows.Attempts.OrderBy(row => row.Id)];
    }
}
