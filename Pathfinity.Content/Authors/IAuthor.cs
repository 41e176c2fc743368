using Pathfinity.Curriculum;

namespace Pathfinity.Content;

/// <summary>
/// Writes content. Two exist: <see cref="CatalogueAuthor"/>, whose questions are proven as they are made and need no
/// network, and <see cref="ChatAuthor"/>, whose drafts wait for a person.
/// </summary>
public interface IAuthor
{
    /// <summary>As content names who wrote it, such as "procedural".</summary>
    string Name { get; }

    /// <param name="progress">Is told of each skill that is written; from several threads.</param>
    Task<Catalogue> WriteAsync(Assignment assignment, IProgress<AuthorProgress>? progress, CancellationToken cancellation);
}

/// <summary>What an author is asked for.</summary>
/// <param name="Seed">All chance comes from it.</param>
/// <param name="Volume">How much of each skill.</param>
/// <param name="Skills">Ids of the skills; null for all that the library teaches.</param>
public sealed record Assignment(ulong Seed, Func<Skill, Volume> Volume, IReadOnlySet<string>? Skills = null);
