using Microsoft.AspNetCore.Components;
using Pathfinity.Web.Live;
using Pathfinity.Web.Queries;

namespace Pathfinity.Web.Pages;

public sealed partial class StudentPage
{
    private const int DaysShown = 6;
    private const int JourneysShown = 12;
    private const int DaysOfJourneys = 45;

    private StudentRow student = null!;
    private AtWorkRow? now;
    private List<SubjectStanding> subjects = [];
    private List<StudentDayRow> days = [];
    private List<StudentJourney> journeys = [];
    private ILookup<DateOnly, StudentSession> sessions = null!;
    private ILookup<DateOnly, StudentVisit> visits = null!;
    private Dictionary<DateOnly, string> careers = [];

    [Parameter]
    public int Id { get; set; }

    protected override async Task<bool> LoadAsync(WorldTotals totals, CancellationToken cancellation)
    {
        if (await Students.FindAsync(World, Id, cancellation) is not { } found)
        {
            return false;
        }
        student = found;
        subjects = await Students.SubjectsAsync(World, Id, cancellation);
        days = await Students.DaysAsync(World, Id, DaysShown, cancellation);
        var from = days.Count > 0 ? days[^1].Day : Today;
        sessions = (await Students.SessionsAsync(World, Id, from, cancellation)).ToLookup(session => session.Day);
        visits = (await Students.VisitsAsync(World, Id, from, cancellation)).ToLookup(visit => visit.Day);
        journeys = await Students.JourneysAsync(
            World, Id, Today.AddDays(-DaysOfJourneys), JourneysShown, cancellation);
        careers = journeys.ToDictionary(journey => journey.Day, journey => journey.Career);
        if (Live.Simulation(World) is { } simulation
            && await simulation.StudentAsync(Id, cancellation) is { AtWork: true } live)
        {
            now = (await Live.AtWorkAsync(World, [live], cancellation)).FirstOrDefault();
        }
        return true;
    }
}
