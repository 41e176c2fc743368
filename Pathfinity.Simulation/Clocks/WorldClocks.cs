using NodaTime;

namespace Pathfinity.Simulation;

/// <summary>A monotone map between the time on the wall and the time in a world.</summary>
public interface IWorldClock
{
    /// <summary>The world's time when the wall shows this.</summary>
    Instant WorldAt(Instant wall);

    /// <summary>The first time on the wall at which the world has come to this.</summary>
    Instant WallAt(Instant world);
}

/// <summary>The world's time is the wall's.</summary>
public sealed class WallClock : IWorldClock
{
    public Instant WorldAt(Instant wall) => wall;

    public Instant WallAt(Instant world) => world;
}

/// <summary>
/// Goes from a start at a speed of its own, but never beyond another clock: a world that is behind catches up with
/// that clock and follows it from then on.
/// </summary>
/// <param name="ahead">The clock to catch up with; none to go on for ever.</param>
/// <param name="speed">World seconds a wall second, above 0.</param>
public sealed class PacedClock(IWorldClock? ahead, Instant world, Instant wall, double speed) : IWorldClock
{
    private readonly double speed = speed > 0
        ? speed
        : throw new ArgumentOutOfRangeException(nameof(speed), speed, "A speed is above 0.");

    public Instant WorldAt(Instant now)
    {
        var own = world + ((now - wall) * speed);
        return ahead is null ? own : Instant.Min(own, ahead.WorldAt(now));
    }

    public Instant WallAt(Instant then)
    {
        var own = wall + ((then - world) / speed);
        return ahead is null ? own : Instant.Max(own, ahead.WallAt(then));
    }
}
