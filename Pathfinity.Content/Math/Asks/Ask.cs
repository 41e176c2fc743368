using System.Collections.Immutable;
using Pathfinity.Content.Science;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Mathematics.Asks;

/// <summary>An item model that a data file states: draws values, derives what follows, asks, and knows what bugs yield.</summary>
internal sealed class Ask : ItemModel
{
    private readonly AskEntry entry;
    private readonly Demand demand;
    private readonly ImmutableArray<(string Name, Drawn Values)> draws;
    private readonly ImmutableArray<(string Name, Span Range)> things;
    private readonly ImmutableArray<(string Name, Formula Value)> lets;
    private readonly ImmutableArray<Formula> whens;
    private readonly ImmutableArray<AskStem> stems;
    private readonly AskAnswer answer;
    private readonly Places hint;
    private readonly Places why;
    private readonly AskFigure? figure;

    public Ask(AskEntry entry)
        : base("math." + entry.Id, entry.Version)
    {
        this.entry = entry;
        demand = Enum.Parse<Demand>(entry.Demand, ignoreCase: true);
        draws = [.. entry.Draw.Select(pair => (pair.Key, new Drawn(pair.Value)))];
        things = [.. entry.Things.Select(pair => (pair.Key, Span.Parse(pair.Value)))];
        lets = [.. entry.Let.Select(pair => (pair.Key, new Formula(pair.Value)))];
        whens = [.. entry.When.Select(when => new Formula(when))];
        stems = [.. entry.Ask.Select(stem => new AskStem(stem))];
        answer = new AskAnswer(entry);
        hint = new Places(entry.Hint);
        why = new Places(entry.Why);
        figure = entry.Figure is { } drawn ? new AskFigure(drawn) : null;
        if (stems.Length < 2 || entry.Why.Length == 0 || entry.Hint.Length == 0)
        {
            throw new FormatException($"The ask '{entry.Id}' needs two or more wordings, a hint and a why.");
        }
    }

    public override bool Works => !things.IsEmpty || entry.Desk;

    public override Draft? Write(Commission c)
    {
        try
        {
            return Written(c);
        }
        catch (DivideByZeroException)
        {
            return null; // a draw at which one of its expressions has no value
        }
    }

    private Draft? Written(Commission c)
    {
        var scope = new Scope();
        if (Lead(c, scope) is not { } lead || !Drawn(c, scope))
        {
            return null;
        }
        Phrase stem = $"{lead}{c.Rolls.Pick(stems).Phrase(scope)}";
        var given = new AskFrame(stem, demand, entry.Level, hint.Text(scope), why.Text(scope), figure?.Draw(scope));
        return answer.Write(given, scope, c.Rolls);
    }

    /// <summary>People and, where asked for, things; null when nothing comes in such amounts.</summary>
    private Phrase? Lead(Commission c, Scope scope)
    {
        if (things.IsEmpty)
        {
            var (one, other) = (c.Person(), c.Person());
            People(scope, "A", one);
            People(scope, "B", one.Name == other.Name ? c.Person(one) : other);
            c.Use(c.Work is null ? WorkUse.None : WorkUse.Document); // nothing of the work: the item's own frame carries the career
            return $"";
        }
        var range = Replaced(c, things[0].Name, things[0].Range);
        if (c.Scene(range.Low, range.High) is not { } s)
        {
            return null;
        }
        People(scope, "A", s.Who);
        People(scope, "B", s.Other);
        (scope["one"], scope["many"], scope["holder"]) = (s.One, s.Many, s.Holder);
        foreach (var (name, _) in things)
        {
            scope[name] = (decimal)s.Amount();
        }
        return s.Lead;
    }

    private bool Drawn(Commission c, Scope scope)
    {
        foreach (var (name, values) in draws)
        {
            scope[name] = c.Params.Has(name) ? new Drawn(Given(c, name)).One(c.Rolls) : values.One(c.Rolls);
        }
        foreach (var (name, value) in lets)
        {
            scope[name] = value.Of(scope);
        }
        return whens.All(when => when.Truth(scope));
    }

    private static object Given(Commission c, string name) =>
        c.Params.List(name) is [var only] && only.Contains("..", StringComparison.Ordinal) ? only : c.Params.List(name).Cast<object>();

    private static Span Replaced(Commission c, string name, Span otherwise) => c.Params.Has(name) ? c.Params.Range(name) : otherwise;

    private static void People(Scope scope, string name, Person person)
    {
        scope[name] = person.Name;
        scope[name + "_they"] = person.They;
        scope[name + "_They"] = person.Subject;
        scope[name + "_them"] = person.Them;
        scope[name + "_their"] = person.Their;
        scope[name + "_s"] = person.Possessive;
    }
}

/// <summary>What an ask writes around its answer.</summary>
internal sealed record AskFrame(Phrase Stem, Demand Demand, double Level, string Hint, string Why, Figure? Figure);
