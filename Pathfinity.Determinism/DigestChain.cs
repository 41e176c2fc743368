using System.Buffers;
using System.Security.Cryptography;

namespace Pathfinity.Determinism;

/// <summary>
/// A SHA-256 chain: each link is the hash of the link before it and of the bytes added. Two chains are equal only
/// when the same bytes were added in the same pieces in the same order.
/// </summary>
public static class DigestChain
{
    /// <summary>Length of a link in bytes.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    /// <summary>Replaces the link with that of the chain continued by these bytes.</summary>
    /// <param name="link">32 bytes; all zero begins a chain.</param>
    /// <param name="bytes">The canonical bytes of what is added.</param>
    public static void Append(Span<byte> link, ReadOnlySpan<byte> bytes)
    {
        var length = Length + bytes.Length;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        link.CopyTo(buffer);
        bytes.CopyTo(buffer.AsSpan(Length));
        SHA256.HashData(buffer.AsSpan(0, length), link);
        ArrayPool<byte>.Shared.Return(buffer);
    }
}
