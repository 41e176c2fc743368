using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Pathfinity.Determinism;
using Pathfinity.Learning;

namespace Pathfinity.Simulation;

/// <summary>What a classroom remembers from evening to evening; integers only.</summary>
public record struct ClassMind
{
    /// <summary>Evenings held so far.</summary>
    public int Evenings { get; set; }

    /// <summary>The number that the next directive will have, from 0.</summary>
    public int NextDirective { get; set; }

    /// <summary>The mind in its checkpoint form: little-endian.</summary>
    public readonly byte[] Write()
    {
        var bytes = new byte[Unsafe.SizeOf<ClassMind>()];
        MemoryMarshal.Write(bytes, in this);
        return bytes;
    }

    /// <exception cref="FormatException">The bytes are no classroom's mind.</exception>
    public static ClassMind Read(ReadOnlySpan<byte> bytes) => bytes.Length == Unsafe.SizeOf<ClassMind>()
        ? MemoryMarshal.Read<ClassMind>(bytes)
        : throw new FormatException($"A classroom's mind has {Unsafe.SizeOf<ClassMind>()} bytes; these are {bytes.Length}.");
}

/// <summary>A classroom's evening.</summary>
public static class Teaching
{
    /// <summary>Decides what to ask of whom, from all reports of the day in student order.</summary>
    public static ImmutableArray<Directive> Decide(
        int classroom, ref ClassMind mind, ReadOnlySpan<DayReport> reports, Dice dice)
    {
        mind.Evenings++;
        return [];
    }
}

/// <summary>Directives as bytes, for checkpoints and digests.</summary>
public static class DirectiveCodec
{
    public static byte[] Write(ImmutableArray<Directive> directives) =>
        MemoryMarshal.AsBytes(directives.AsSpan()).ToArray();

    /// <summary>Continues a classroom's chain by an evening; one that decided nothing leaves it as it is.</summary>
    /// <param name="chain">32 bytes, replaced.</param>
    public static void Seal(Span<byte> chain, int day, ImmutableArray<Directive> decided)
    {
        if (!decided.IsEmpty)
        {
            DigestChain.Append(chain, [.. BitConverter.GetBytes(day), .. Write(decided)]);
        }
    }

    /// <exception cref="FormatException">The bytes are no directives.</exception>
    public static ImmutableArray<Directive> Read(ReadOnlySpan<byte> bytes) =>
        bytes.Length % Unsafe.SizeOf<Directive>() == 0
            ? [.. MemoryMarshal.Cast<byte, Directive>(bytes)]
            : throw new FormatException($"{bytes.Length} bytes are not a whole number of directives.");
}
