using Microsoft.AspNetCore.Components;
using Pathfinity.Curriculum;
using Pathfinity.Web.Live;
using Pathfinity.Web.Parts;
using Pathfinity.Web.Queries;

namespace Pathfinity.Web.Pages;

public sealed partial class ClassroomPage
{
    private const int SkillsShown = 24;
    private const int DaysShown = 15;
    private const int StrugglesShown = 8;
    private const int LabelEvery = 5;
    private static readonly string[] Outcomes = ["right", "wrong"];

    private ClassroomRow room = null!;
    private List<MemberRow> members = [];
    private List<SkillRow> skills = [];
    private List<MasteryCell> cells = [];
    private List<StruggleRow> struggles = [];
    private List<ClassroomDay> days = [];
    private Dictionary<int, AtWorkRow> working = [];
    private IReadOnlyCollection<int> strugglingToday = [];
    private int here;
    private string subject = "";

    [Parameter]
    public int Id { get; set; }

    /// <summary>The subject of the grid, where the classroom gives several.</summary>
    [SupplyParameterFromQuery(Name = "subject")]
    public string? Subject { get; set; }

    protected override async Task<bool> LoadAsync(WorldTotals totals, CancellationToken cancellation)
    {
        if (await Classrooms.FindAsync(World, Id, Today, cancellation) is not { } found)
        {
            return false;
        }
        room = found;
        subject = room.Subject ?? Subjects.All.Select(Subjects.Key).FirstOrDefault(key => key == Subject) ?? Subjects.All[0].Key();
        members = await Classrooms.MembersAsync(World, Id, Today, cancellation);
        skills = await Classrooms.SkillsAsync(World, Id, subject, Today, SkillsShown, cancellation);
        cells = await Classrooms.MasteryAsync(World, Id, [.. skills.Select(skill => skill.Number)], cancellation);
        struggles = await Classrooms.StrugglesAsync(World, Id, room.Subject, Today, StrugglesShown, cancellation);
        days = await Classrooms.DaysAsync(World, Id, DaysShown, cancellation);
        await LookAsync(cancellation);
        return true;
    }

    /// <summary>Who is at work right now, in the classroom or elsewhere.</summary>
    private async Task LookAsync(CancellationToken cancellation)
    {
        if (Live.Simulation(World) is not { } simulation
            || await simulation.ClassroomAsync(Id, cancellation) is not { } now)
        {
            return;
        }
        here = now.Students.Count(student => student.Classroom == Id);
        strugglingToday = now.Struggling;
        var rows = await Live.AtWorkAsync(World, [.. now.Students.Where(student => student.AtWork)], cancellation);
        working = rows.ToDictionary(row => row.Student);
    }

    private static List<BarColumn> Columns(List<ClassroomDay> days) => [.. days.Select((day, i) => new BarColumn(
        (days.Count - 1 - i) % LabelEvery == 0 ? Words.ShortDay(day.Day) : "", Words.Day(day.Day),
        [day.Correct, day.Attempts - day.Correct]))];
}
