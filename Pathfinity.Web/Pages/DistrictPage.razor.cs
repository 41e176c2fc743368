using System.Globalization;
using Microsoft.AspNetCore.Components;
using Pathfinity.Web.Live;
using Pathfinity.Web.Parts;
using Pathfinity.Web.Queries;

namespace Pathfinity.Web.Pages;

public sealed partial class DistrictPage
{
    private const int CareersShown = 10;
    private const int DaysOfCareers = 30;
    private const int SchoolsInChart = 6;
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan RoomsLife = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan QuartersLife = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan SlowLife = TimeSpan.FromSeconds(30);

    private List<SchoolRow> schools = [];
    private List<ClassroomRow> rooms = [];
    private List<CareerRow> careers = [];
    private readonly List<BarColumn> columns = [];
    private List<AtWorkRow> atWork = [];
    private List<FeedLine> feed = [];
    private string[] series = [];
    private Dictionary<int, string> names = [];
    private ILookup<int?, AtWorkRow> working = null!;
    private int chosen;

    /// <summary>The school whose classrooms are listed; the first one when there is none of this ordinal.</summary>
    [SupplyParameterFromQuery(Name = "school")]
    public int? School { get; set; }

    protected override async Task<bool> LoadAsync(WorldTotals totals, CancellationToken cancellation)
    {
        var none = CancellationToken.None;
        schools = await Recent.GetAsync($"schools {World}", SlowLife, () => Worlds.SchoolsAsync(World, none));
        rooms = await Recent.GetAsync($"rooms {World}", RoomsLife, () => Classrooms.ListAsync(World, Today, none));
        careers = await Recent.GetAsync(
            $"careers {World}", SlowLife, () => Worlds.CareersAsync(World, Today.AddDays(-DaysOfCareers), CareersShown, none));
        var quarters = await Recent.GetAsync(
            $"quarters {World}", QuartersLife, () => Worlds.QuartersAsync(World, Today, none));
        atWork = await Live.AtWorkAsync(World, (await Live.PictureAsync(World)).AtWork, cancellation);
        feed = await Live.FeedAsync(World, totals, cancellation);
        names = rooms.ToDictionary(room => room.Id, room => room.Name);
        working = atWork.ToLookup(row => row.Classroom);
        chosen = schools.Any(school => school.Id == School) ? School!.Value : schools.FirstOrDefault()?.Id ?? 0;
        Draw(totals.TimeZone, quarters);
        return true;
    }

    private static string? Since(int today) => today > 0 ? $"{Words.Count(today)} today" : null;

    private static string Gain(int? permille) => permille is { } gain
        ? string.Create(CultureInfo.InvariantCulture, $"{gain / 10.0:+0.0;−0.0;0.0} pts")
        : "–";

    /// <summary>Columns from eight in the morning to three, or as far as there are attempts before and after.</summary>
    private void Draw(string zone, List<QuarterRow> quarters)
    {
        if (quarters.Count == 0)
        {
            return;
        }
        var bySchool = schools.Count <= SchoolsInChart;
        var levels = schools.Select(school => school.Level).Distinct().ToList();
        series = [.. bySchool ? schools.Select(school => school.Name) : levels];
        var place = schools.ToDictionary(
            school => school.Id, school => bySchool ? schools.IndexOf(school) : levels.IndexOf(school.Level));
        var at = quarters.ToLookup(quarter => WorldTime.At(quarter.From, zone));
        var day = Today.ToDateTime(TimeOnly.MinValue);
        var first = Earlier(at.Min(group => group.Key), day.AddHours(8));
        var last = Later(at.Max(group => group.Key), day.AddHours(15) - Quarter);
        for (var from = first; from <= last; from += Quarter)
        {
            var values = new int[series.Length];
            foreach (var quarter in at[from])
            {
                values[place[quarter.School]] += quarter.Attempts;
            }
            var label = from.ToString("HH:mm", CultureInfo.InvariantCulture);
            columns.Add(new BarColumn(from.Minute == 0 ? label : "", label, values));
        }
    }

    private static DateTime Earlier(DateTime a, DateTime b) => a < b ? a : b;

    private static DateTime Later(DateTime a, DateTime b) => a > b ? a : b;
}
