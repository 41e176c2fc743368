using Pathfinity.Curriculum;

namespace Pathfinity.Content.Science;

/// <summary>A family of science questions: at work it asks only where that strand of science is part of the work.</summary>
internal abstract class ScienceModel(string id) : ItemModel(id)
{
    public sealed override bool Works => true;

    public sealed override bool WorksAt(WorkContext work) => Bench.Suits(work);

    public sealed override bool WorksAt(WorkContext work, Skill skill) => Bench.Suits(work, skill);

    public sealed override Draft? Write(Commission c) => c.Work is null || Bench.Suits(c.Work, c.Skill) ? Ask(c) : null;

    protected abstract Draft? Ask(Commission c);
}
