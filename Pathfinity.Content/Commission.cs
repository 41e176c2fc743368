using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Content;

/// <summary>What an item model is asked to write: a skill's facet, parameters, a work context or none, and its dice.</summary>
internal sealed class Commission(
    Skill skill, string facet, Params parameters, WorkContext? work, ContentLibrary library, Rolls rolls)
{
    public Skill Skill => skill;

    public Grade Grade => skill.Grade;

    /// <summary>True up to grade 1: short names, short sentences, read aloud.</summary>
    public bool Young => Grade.Ordinal <= 2;

    public string Facet => facet;

    public Params Params => parameters;

    public WorkContext? Work => work;

    public ContentLibrary Library => library;

    public Rolls Rolls => rolls;

    /// <summary>What of the work context the model has used so far.</summary>
    public WorkUse Uses { get; private set; }

    /// <summary>Declares that the work changes this question; scenes declare what they draw by themselves.</summary>
    public void Use(WorkUse use) => Uses |= use;

    public int Draw(string parameter) => parameters.Range(parameter).Draw(rolls);

    public int Draw(string parameter, int low, int high) => parameters.Range(parameter, low, high).Draw(rolls);

    /// <summary>One of several wordings.</summary>
    public Phrase Say(params Phrase[] wordings) => rolls.Pick(wordings);

    public Person Person(Person? besides = null) => Cast.Draw(rolls, Young, besides);

    /// <summary>
    /// People and countable things for amounts within low .. high, of the work context when there is one and of
    /// everyday life otherwise; null when nothing there comes in such amounts.
    /// </summary>
    public Scene? Scene(int low, int high) => Content.Scene.Draw(this, low, high);

    /// <summary>A document of the work context, such as "order sheet", or the fallback without one.</summary>
    public string Document(string otherwise)
    {
        if (work is null || work.Documents.IsEmpty)
        {
            return otherwise;
        }
        Use(WorkUse.Document);
        return rolls.Pick(work.Documents);
    }
}

/// <summary>What of a work context changes a question: take the work away, and this is missing.</summary>
[Flags]
internal enum WorkUse
{
    None = 0,
    Quantity = 1,
    Constraint = 2,
    Document = 4,
    Decision = 8,
}
