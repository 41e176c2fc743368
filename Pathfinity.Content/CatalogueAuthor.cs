using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Content;

/// <summary>Authors a catalogue from a curriculum, a library and a seed. The result does not depend on the threads.</summary>
public sealed class CatalogueAuthor(CurriculumSet curriculum, ContentLibrary library, int threads = -1) : IAuthor
{
    public const string Author = "procedural";
    private const int SkillsAtOnce = 48; // of a part: some 6,000 questions of the full volume, 30 MB

    public string Name => Author;

    /// <inheritdoc/>
    public Task<Catalogue> WriteAsync(
        Assignment assignment, IProgress<AuthorProgress>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        return Task.Run(
            () => Write(assignment.Seed, assignment.Volume, threads, assignment.Skills, progress, cancellation), cancellation);
    }

    /// <summary>
    /// As <see cref="WriteAsync"/>, some skills at a time and in their order, so that no catalogue is too large for the
    /// memory. While the reader has one part, the next one is written, and no more.
    /// </summary>
    public async IAsyncEnumerable<Catalogue> WritePartsAsync(
        Assignment assignment, IProgress<AuthorProgress>? progress, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(assignment);
        var taught = Taught(assignment.Skills);
        var told = new Told(progress, taught.Length);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task<Catalogue>? next = null;
        try
        {
            foreach (var skills in taught.Chunk(SkillsAtOnce))
            {
                var part = next is null ? null : await next;
                next = Task.Run(() => Write(assignment.Seed, assignment.Volume, threads, skills, told, stop.Token), stop.Token);
                if (part is not null)
                {
                    yield return part;
                }
            }
            if (next is not null)
            {
                yield return await next;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await ((Task?)next ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Authors as much for each skill.</summary>
    /// <inheritdoc cref="Write(ulong, Func{Skill, Volume}, int, IReadOnlySet{string}, IProgress{AuthorProgress}, CancellationToken)"/>
    public Catalogue Write(
        ulong seed, Volume volume, int threads = -1, IReadOnlySet<string>? skills = null,
        IProgress<AuthorProgress>? progress = null, CancellationToken cancellation = default) =>
        Write(seed, _ => volume, threads, skills, progress, cancellation);

    /// <summary>Authors every skill that the library teaches.</summary>
    /// <param name="skills">Ids of the skills to author; null for all.</param>
    /// <param name="progress">Is told of each skill that is written; from several threads.</param>
    /// <exception cref="ContentException">Bindings and curriculum do not fit together.</exception>
    public Catalogue Write(
        ulong seed, Func<Skill, Volume> volume, int threads = -1, IReadOnlySet<string>? skills = null,
        IProgress<AuthorProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(volume);
        var taught = Taught(skills);
        return Write(seed, volume, threads, taught, new Told(progress, taught.Length), cancellation);
    }

    private Skill[] Taught(IReadOnlySet<string>? skills)
    {
        LibraryRules.Require(library, curriculum);
        return [.. curriculum.Skills.Where(
            skill => library.TeachingOrNone(skill.Id) is not null && (skills is null || skills.Contains(skill.Id)))];
    }

    private Catalogue Write(
        ulong seed, Func<Skill, Volume> volume, int threads, Skill[] taught, Told told, CancellationToken cancellation)
    {
        var written = new SkillContent[taught.Length];
        var dice = Dice.Of(seed).Fork("content");
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        var oneByOne = Partitioner.Create(Enumerable.Range(0, taught.Length), EnumerablePartitionerOptions.NoBuffering);
        Parallel.ForEach(oneByOne, options, i => // a share of several would leave a thread waiting at the end
        {
            written[i] = new SkillAuthor(taught[i], curriculum, library, volume(taught[i]), dice).Write();
            told.One();
        });
        return new Catalogue(
            [.. written.SelectMany(w => w.Items)],
            [.. written.SelectMany(w => w.Items).SelectMany(item => item.Questions)],
            [.. written.SelectMany(w => w.Rejections)],
            [.. written.SelectMany(w => w.Shortages)]);
    }

    /// <summary>Counts the skills that are written.</summary>
    private sealed class Told(IProgress<AuthorProgress>? progress, int of)
    {
        private int done;

        public void One() => progress?.Report(new AuthorProgress(Interlocked.Increment(ref done), of));
    }
}

/// <summary>How many skills are written, of how many.</summary>
public readonly record struct AuthorProgress(int Skills, int Of);

/// <summary>What was authored for one skill.</summary>
internal sealed record SkillContent(
    ImmutableArray<ContentItem> Items, ImmutableArray<Rejection> Rejections, ImmutableArray<Shortage> Shortages);
