using System.Collections.Immutable;
using Pathfinity.Content;
using Pathfinity.Curriculum;

namespace Pathfinity.Storage;

/// <summary>What a release has to know of an item, so that the item itself need not stay in memory.</summary>
/// <param name="Number">Its number for good; 0 without a database.</param>
/// <param name="Status">Where it stands while it is in no release.</param>
internal sealed record ReleaseItem(
    string Id, string Skill, Container Container, string? Context, int Words, Status Status, byte[] Hash, int Number,
    ImmutableArray<ReleaseQuestion> Questions)
{
    public static ReleaseItem Of(HashedItem own, int number, ImmutableArray<ReleaseQuestion> questions)
    {
        var item = own.Item;
        return new ReleaseItem(
            item.Id, item.Skill, item.Container, item.Context, item.Words(), item.Status, own.Hash, number, questions);
    }
}

/// <summary>Likewise of a question.</summary>
/// <param name="Difficulty">In thousandths of a logit.</param>
/// <param name="Bugs">Of the wrong responses, in order; null for none.</param>
internal sealed record ReleaseQuestion(
    string Id, string Skill, string Facet, QuestionKind Kind, byte Choices, int Words, short Difficulty, ImmutableArray<string?> Bugs,
    string Model, int ModelVersion, Status Status, byte[] Hash, int Number)
{
    public static ReleaseQuestion Of(HashedQuestion own, int number)
    {
        var question = own.Question;
        return new ReleaseQuestion(
            question.Id, question.Skill, question.Facet, question.Kind, (byte)question.Choices.Length, question.Words,
            QuestionJson.Thousandths(question.Difficulty), [.. question.Responses.Skip(1).Select(response => response.Bug)],
            question.Model, question.ModelVersion, question.Status, own.Hash, number);
    }
}

/// <summary>An item with the hash by which its versions are told apart.</summary>
internal sealed record HashedItem(ContentItem Item, byte[] Hash)
{
    public static ImmutableArray<HashedItem> Of(IEnumerable<ContentItem> items) =>
        [.. items.AsParallel().AsOrdered().Select(item => new HashedItem(item, ContentHash.Of(item)))];
}

/// <summary>Likewise a question.</summary>
internal sealed record HashedQuestion(Question Question, byte[] Hash)
{
    public static ImmutableArray<HashedQuestion> Of(IEnumerable<Question> questions) =>
        [.. questions.AsParallel().AsOrdered().Select(question => new HashedQuestion(question, ContentHash.Of(question)))];
}
