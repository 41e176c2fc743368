using Orleans.Concurrency;
using Pathfinity.Contracts;
using Pathfinity.Silo.Worlds;

namespace Pathfinity.Silo.Grains;

/// <summary>Sums up a course's classrooms, of whatever schools.</summary>
[Reentrant]
internal sealed class CourseGrain(SiloWorlds worlds) : Grain, ICourseGrain
{
    public async Task<ClassroomView?> ViewAsync()
    {
        var (name, course, _) = GrainKeys.Parts(this.GetPrimaryKeyString());
        var order = await GrainFactory.GetGrain<IWorldGrain>(GrainKeys.World(name)).OrderAsync();
        if (order is null)
        {
            return null;
        }
        var world = await worlds.GetAsync(order);
        var roster = (await world.FrameAsync(order.Horizon, CancellationToken.None)).Frame.Roster;
        var views = await Task.WhenAll(roster.Classrooms.Where(classroom => classroom.Course.Id == course)
            .Select(classroom => GrainFactory
                .GetGrain<IClassroomGrain>(GrainKeys.Classroom(name, classroom.School, classroom.Id)).ViewAsync()));
        var day = views.Max(view => view?.Day ?? int.MinValue);
        var today = views.OfType<ClassroomView>().Where(view => view.Day == day).ToList();
        return today.Count == 0 ? null : new ClassroomView
        {
            Id = course,
            Day = day,
            Students = [.. today.SelectMany(view => view.Students).OrderBy(student => student.Student)],
            AtWork = today.Sum(view => view.AtWork),
            Attempts = today.Sum(view => view.Attempts),
            Correct = today.Sum(view => view.Correct),
            Struggling = [.. today.SelectMany(view => view.Struggling).Order()],
            MasteryTenths = [.. today[0].MasteryTenths.Select((_, i) => today.Sum(view => view.MasteryTenths[i]))],
        };
    }
}
