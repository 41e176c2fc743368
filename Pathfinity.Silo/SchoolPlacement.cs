using Orleans.Placement;
using Orleans.Runtime.Placement;
using Pathfinity.Contracts;

namespace Pathfinity.Silo;

/// <summary>Puts all grains of a school on one silo, and the schools of a world on all silos in turn.</summary>
[Serializable, GenerateSerializer, Immutable, Alias("pathfinity.placement")]
public sealed class SchoolPlacement : PlacementStrategy;

[AttributeUsage(AttributeTargets.Class)]
internal sealed class SchoolPlacementAttribute() : PlacementAttribute(new SchoolPlacement());

internal sealed class SchoolPlacementDirector : IPlacementDirector
{
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var silos = context.GetCompatibleSilos(target);
        Array.Sort(silos);
        return Task.FromResult(SiloOf(GrainKeys.Parts(target.GrainIdentity.Key.ToString()!).School, silos));
    }

    /// <param name="silos">In order.</param>
    public static SiloAddress SiloOf(int school, SiloAddress[] silos) => silos[Math.Max(0, school) % silos.Length];
}
