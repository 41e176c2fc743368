using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Pathfinity.Content;

/// <summary>What tells one version of an item or a question from the next: SHA-256 over all that it says.</summary>
public static class ContentHash
{
    /// <summary>Of the item itself, whatever its questions are.</summary>
    public static byte[] Of(ContentItem item) => CatalogueBytes.HashOf(item);

    public static byte[] Of(Question question) => CatalogueBytes.HashOf(question);
}

/// <summary>The canonical bytes of items and questions: every field in order, texts as length and UTF-8.</summary>
internal sealed class CatalogueBytes
{
    private readonly ArrayBufferWriter<byte> buffer = new(1 << 12);

    public static byte[] HashOf(IEnumerable<ContentItem> items)
    {
        var bytes = new CatalogueBytes();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var item in items)
        {
            bytes.Add(item);
            hash.AppendData(bytes.buffer.WrittenSpan);
            bytes.buffer.Clear();
        }
        return hash.GetHashAndReset();
    }

    public static byte[] HashOf(ContentItem item)
    {
        var bytes = new CatalogueBytes();
        bytes.AddItself(item);
        bytes.Add(item.Skill);
        bytes.Add((int)item.Container);
        bytes.Add(item.Author);
        return SHA256.HashData(bytes.buffer.WrittenSpan);
    }

    public static byte[] HashOf(Question question)
    {
        var bytes = new CatalogueBytes();
        bytes.Add(question);
        bytes.Add(question.Item);
        bytes.Add(question.Skill);
        bytes.Add((int)question.Container);
        bytes.Add(question.Context);
        bytes.Add(question.Words);
        bytes.Add(question.Mask);
        bytes.Add(question.Model);
        bytes.Add(question.Author);
        bytes.Add(question.Responses.Length);
        foreach (var response in question.Responses)
        {
            bytes.Add(response.Reason);
        }
        return SHA256.HashData(bytes.buffer.WrittenSpan);
    }

    private void AddItself(ContentItem item)
    {
        Add(item.Id);
        Add(item.Context);
        Add(item.Title);
        Add(item.BodyJson());
    }

    private void Add(ContentItem item)
    {
        AddItself(item);
        foreach (var question in item.Questions)
        {
            Add(question);
        }
    }

    private void Add(Question q)
    {
        Add(q.Id);
        Add(q.Facet);
        Add((int)q.Part);
        Add((int)q.Kind);
        Add(q.Stem);
        Add(q.Figure?.Svg);
        Add(q.Figure?.Alt);
        Add(q.Choices);
        Add(q.Prompts);
        Add(q.Frame);
        foreach (var response in q.Responses)
        {
            Add(response.Given);
            Add(response.Bug);
        }
        Add(q.Hint);
        Add(q.Rationale);
        Add((int)q.Demand);
        Add((int)Math.Round(q.Difficulty * 1000));
        Add(q.ModelVersion);
        Add(q.Proof.Method);
        Add(q.Proof.Data);
    }

    private void Add(ImmutableArray<string> texts)
    {
        Add(texts.Length);
        foreach (var text in texts)
        {
            Add(text);
        }
    }

    private void Add(string? text)
    {
        if (text is null)
        {
            Add(-1);
            return;
        }
        var room = buffer.GetSpan(sizeof(int) + Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = Encoding.UTF8.GetBytes(text, room[sizeof(int)..]);
        BinaryPrimitives.WriteInt32LittleEndian(room, length);
        buffer.Advance(sizeof(int) + length);
    }

    private void Add(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(buffer.GetSpan(sizeof(int)), value);
        buffer.Advance(sizeof(int));
    }
}
