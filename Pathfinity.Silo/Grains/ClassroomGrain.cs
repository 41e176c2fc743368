using System.Collections.Immutable;
using Orleans.Concurrency;
using Pathfinity.Contracts;
using Pathfinity.Learning;
using Pathfinity.Silo.Worlds;

namespace Pathfinity.Silo.Grains;

/// <summary>
/// Holds one classroom's evenings when all reports are in, and sums up what its students do. Where it takes up it asks its
/// school, which has it from the database.
/// </summary>
[Reentrant]
[SchoolPlacement]
internal sealed class ClassroomGrain(SiloWorlds worlds) : Grain, IClassroomGrain
{
    private ClassroomSitting? sitting;
    private Task<ClassroomSitting?>? starting;

    public async Task DoneAsync(DayDone done)
    {
        if (await SittingAsync(done.Life) is { } current && current.Hear(DayReport.Read(done.Report)) is { } evening)
        {
            await School.EveningAsync(evening);
        }
    }

    public async Task ObserveAsync(ImmutableArray<Happened> happened)
    {
        if (await SittingAsync(sitting?.Life) is not { } current)
        {
            return;
        }
        var day = happened.Max(one => one.Day);
        if (!current.Holds(day))
        {
            // A new year or release: the school says where it takes up.
            current = await StartAsync(null) ?? current;
        }
        if (!happened.All(current.Board.TryObserve) && await School.ClassroomAsync(Id) is { } start)
        {
            // Something was missed: all that is stored, this included, is lived again.
            current.Board.Rebuild(Parts.School, [.. start.Members.Select(member => (member.Student, member.Dawn with
            {
                StoredThrough = happened.Where(one => one.Student == member.Student && one.Day == member.Dawn.Day)
                    .Select(one => one.Activities[^1].Sequence).Append(member.Dawn.StoredThrough).Max(),
            }))]);
        }
    }

    public async Task<ClassroomView?> ViewAsync() => (await SittingAsync(sitting?.Life))?.Board.View();

    private (string World, int School, int Own) Parts => GrainKeys.Parts(this.GetPrimaryKeyString());

    private int Id => Parts.Own;

    private ISchoolGrain School => GrainFactory.GetGrain<ISchoolGrain>(GrainKeys.School(Parts.World, Parts.School));

    /// <summary>The sitting of a life of the school; null when the school has another one, or does not live.</summary>
    /// <param name="life">Null for that which the school has now.</param>
    private async ValueTask<ClassroomSitting?> SittingAsync(string? life) =>
        sitting is { } current && current.Life == life ? current : await StartAsync(life);

    private async Task<ClassroomSitting?> StartAsync(string? life)
    {
        // Calls that come in meanwhile wait for the one answer.
        var own = starting ??= AskAsync();
        try
        {
            var found = await own;
            return found is null || (life is not null && found.Life != life) ? null : found;
        }
        finally
        {
            starting = starting == own ? null : starting;
        }
    }

    private async Task<ClassroomSitting?> AskAsync()
    {
        if (await School.ClassroomAsync(Id) is not { } start)
        {
            return null;
        }
        if (sitting?.Life == start.Life)
        {
            return sitting;
        }
        var world = await worlds.GetAsync(start.Order);
        var span = await world.FrameAsync(start.Day + 1, CancellationToken.None);
        return sitting = new ClassroomSitting(span, Parts.School, span.Frame.Roster.Classroom(Id), start);
    }
}
