using Pathfinity.Curriculum;

namespace Pathfinity.Content;

/// <summary>Who and what a story question is about: an everyday scene, or one of a work context.</summary>
internal sealed class Scene
{
    private readonly Commission commission;

    private Scene(Commission commission, WorkObject thing, int low, int high)
    {
        this.commission = commission;
        Thing = thing;
        (Low, High) = (low, high);
        Who = commission.Person();
        Other = commission.Person(Who);
        Lead = commission.Work switch
        {
            { } work => $"{Who.Name} is {Words.A(commission.Rolls.Pick(work.Roles))} at {work.Setting}. ",
            null => $"",
        };
    }

    public WorkObject Thing { get; }

    /// <summary>The amounts that are usual here and asked for.</summary>
    public int Low { get; }

    public int High { get; }

    public Person Who { get; }

    public Person Other { get; }

    public string One => Thing.Singular;

    public string Many => Thing.Plural;

    /// <summary>What holds several of the thing: "tray".</summary>
    public string Holder => Thing.Container ?? "box";

    /// <summary>"Ana is a baker at the bakery. " at work, nothing otherwise. Begin the stem with it.</summary>
    public Phrase Lead { get; }

    /// <summary>An amount of the thing that is usual in this scene.</summary>
    public int Amount() => commission.Rolls.Between(Low, High);

    /// <summary>"1 roll", "3 rolls".</summary>
    public string Count(long n) => Words.Count(n, One, Many);

    /// <summary>How many one holder takes; the fallback where nothing says.</summary>
    public int Capacity(int otherwise)
    {
        if (Thing.Capacity == 0)
        {
            return otherwise;
        }
        commission.Use(WorkUse.Constraint);
        return Thing.Capacity;
    }

    /// <summary>Coins and bills, which nobody buys or has a coupon for.</summary>
    public bool IsMoney => One.Contains("coin", StringComparison.Ordinal) || One.Contains("dollar", StringComparison.Ordinal);

    /// <summary>The usual price of one in cents; the fallback where it is not sold.</summary>
    public int PriceCents(int otherwise)
    {
        if (Thing.UnitPriceCents == 0)
        {
            return otherwise;
        }
        commission.Use(WorkUse.Quantity);
        return Thing.UnitPriceCents;
    }

    public static Scene? Draw(Commission c, int low, int high)
    {
        var least = Math.Min(4, high - low); // fewer different amounts than this make every question alike
        var objects = c.Work?.Objects ?? c.Library.EverydayThings(c.Grade);
        var fit = 0;
        foreach (var thing in objects)
        {
            fit += Fits(thing) ? 1 : 0;
        }
        if (fit == 0)
        {
            return null;
        }
        var place = c.Rolls.Below(fit);
        if (c.Work is not null)
        {
            c.Use(WorkUse.Quantity);
        }
        foreach (var thing in objects)
        {
            if (Fits(thing) && place-- == 0)
            {
                return new Scene(c, thing, Math.Max(low, thing.Low), Math.Min(high, thing.High));
            }
        }
        throw new InvalidOperationException("No thing at a place that was counted.");

        bool Fits(WorkObject t) => t.Kind is ThingKind.Goods && t.Unit is null // others cannot be given away, shared or bought
            && Math.Min(high, t.High) - Math.Max(low, t.Low) >= least;
    }
}
