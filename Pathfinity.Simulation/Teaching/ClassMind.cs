using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Pathfinity.Determinism;
using Pathfinity.Learning;

namespace Pathfinity.Simulation;

/// <summary>What a classroom remembers from evening to evening; integers only.</summary>
public record struct ClassMind
{
    private Header header;
    private ImmutableArray<Watch> watches;

    /// <summary>Evenings of school days held so far.</summary>
    public int Evenings
    {
        readonly get => header.Evenings;
        set => header.Evenings = value;
    }

    /// <summary>The number that the next directive will have, from 0.</summary>
    public int NextDirective
    {
        readonly get => header.NextDirective;
        set => header.NextDirective = value;
    }

    /// <summary>Minutes of the teacher's time that are left for single students.</summary>
    internal int MinutesLeft
    {
        readonly get => header.MinutesLeft;
        set => header.MinutesLeft = value;
    }

    /// <summary>What is remembered of single students, in their order.</summary>
    internal ImmutableArray<Watch> Watches
    {
        readonly get => watches.IsDefault ? [] : watches;
        set => watches = value;
    }

    /// <summary>The mind in its checkpoint form: little-endian.</summary>
    public readonly byte[] Write()
    {
        var bytes = new byte[Unsafe.SizeOf<Header>() + (Watches.Length * Unsafe.SizeOf<Watch>())];
        MemoryMarshal.Write(bytes, header with { Form = Header.Current });
        MemoryMarshal.AsBytes(Watches.AsSpan()).CopyTo(bytes.AsSpan(Unsafe.SizeOf<Header>()));
        return bytes;
    }

    /// <exception cref="FormatException">The bytes are no classroom's mind.</exception>
    public static ClassMind Read(ReadOnlySpan<byte> bytes)
    {
        var size = Unsafe.SizeOf<Header>();
        if (bytes.Length >= sizeof(int) && MemoryMarshal.Read<int>(bytes) >= 0)
        {
            return EarlyClassMind.Read(bytes);
        }
        if (bytes.Length < size || (bytes.Length - size) % Unsafe.SizeOf<Watch>() != 0)
        {
            throw new FormatException($"{bytes.Length} bytes are no classroom's mind.");
        }
        return new ClassMind
        {
            header = MemoryMarshal.Read<Header>(bytes) with { Form = 0 },
            watches = [.. MemoryMarshal.Cast<byte, Watch>(bytes[size..])],
        };
    }

    public readonly bool Equals(ClassMind other) => header.Equals(other.header) && Watches.SequenceEqual(other.Watches);

    public override readonly int GetHashCode() => header.NextDirective;

    /// <param name="Form">Negative in a checkpoint, 0 in memory.</param>
    private record struct Header(int Form, int Evenings, int NextDirective, int MinutesLeft)
    {
        public const int Current = -2;
    }
}

/// <summary>A classroom's mind as programs wrote it before they knew standings.</summary>
internal static class EarlyClassMind
{
    public static ClassMind Read(ReadOnlySpan<byte> bytes)
    {
        var size = Unsafe.SizeOf<Header>();
        if (bytes.Length < size || (bytes.Length - size) % Unsafe.SizeOf<EarlyWatch>() != 0)
        {
            throw new FormatException($"{bytes.Length} bytes are no classroom's mind.");
        }
        var (evenings, next, minutes) = MemoryMarshal.Read<Header>(bytes);
        return new ClassMind
        {
            Evenings = evenings,
            NextDirective = next,
            MinutesLeft = minutes,
            Watches = [.. MemoryMarshal.Cast<byte, EarlyWatch>(bytes[size..]).ToArray().Select(
                w => new Watch(w.Student, w.ActedOn, w.Idle, w.Absent, w.Struggles, w.LastKind))],
        };
    }

    private readonly record struct Header(int Evenings, int NextDirective, int MinutesLeft);

    private readonly record struct EarlyWatch(int Student, int ActedOn, byte Idle, byte Absent, byte Struggles, DirectiveKind LastKind);
}

/// <summary>What a teacher keeps in mind of one student.</summary>
/// <param name="ActedOn">Day of the last directive, as days since 1970-01-01; 0 before the first.</param>
/// <param name="Idle">Turns in a row in which the student was there and did nothing.</param>
/// <param name="Absent">School days in a row without the student.</param>
/// <param name="Struggles">Evenings in a row on which the student struggled.</param>
internal record struct Watch(int Student, int ActedOn, byte Idle, byte Absent, byte Struggles, DirectiveKind LastKind)
{
    public Standings Standings;
}

/// <summary>Where a student stands in each subject, as the dashboard showed it.</summary>
[InlineArray(4)]
internal struct Standings : IEquatable<Standings>
{
    private Standing first;

    public readonly bool Equals(Standings other) => ((ReadOnlySpan<Standing>)this).SequenceEqual(other);

    public override readonly bool Equals(object? obj) => obj is Standings other && Equals(other);

    public override readonly int GetHashCode() => this[0].GetHashCode();
}

/// <param name="Reached">Place of the furthest skill of the own course that was worked on, counted from 1; 0 for none.</param>
/// <param name="Answers">Since the groups were formed.</param>
/// <param name="Right">Those among them that were right.</param>
/// <remarks>No field may leave a gap: checkpoints are these bytes.</remarks>
internal record struct Standing(ushort Reached, ushort Answers, ushort Right, StudyGroup Group, byte Unused);

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
