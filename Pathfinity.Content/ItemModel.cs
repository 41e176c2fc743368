using Pathfinity.Curriculum;

namespace Pathfinity.Content;

/// <summary>
/// A family of questions. It writes one from a commission, or null when the drawn parameters fail one of its guards
/// (two bugs agree, a bug gives the key, a number leaves its range): the author then draws again.
/// </summary>
/// <param name="id">Permanent, such as <c>math.compare-amounts</c>.</param>
/// <param name="version">Raised whenever the model would write anything differently.</param>
internal abstract class ItemModel(string id, int version = 1)
{
    public string Id => id;

    public int Version => version;

    /// <summary>True when it can take quantities, documents or decisions from a work context.</summary>
    public virtual bool Works => false;

    /// <summary>False for a work context in which it never writes anything, so that none is tried there in vain.</summary>
    public virtual bool WorksAt(WorkContext work) => Works;

    /// <summary>As <see cref="WorksAt(WorkContext)"/>, for a skill of which a context may hold nothing.</summary>
    public virtual bool WorksAt(WorkContext work, Skill skill) => WorksAt(work);

    public abstract Draft? Write(Commission c);
}
