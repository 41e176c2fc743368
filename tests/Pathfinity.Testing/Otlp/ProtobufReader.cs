using System.Buffers.Binary;
using System.Text;

namespace Pathfinity.Testing.Otlp;

/// <summary>Walks the fields of one encoded protobuf message: move on, look at the number, read the value.</summary>
internal ref struct ProtobufReader(ReadOnlySpan<byte> message)
{
    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int Bytes = 2;
    private const int Fixed32 = 5;

    private ReadOnlySpan<byte> rest = message;
    private ReadOnlySpan<byte> content;
    private ulong number;

    /// <summary>The number of the field that was moved to.</summary>
    public int Field { get; private set; }

    /// <summary>The value of a field that is no message and no text.</summary>
    public readonly ulong Number => number;

    public readonly double Double => BitConverter.UInt64BitsToDouble(number);

    public readonly string Text => Encoding.UTF8.GetString(content);

    public readonly string Hex => Convert.ToHexStringLower(content);

    public readonly ProtobufReader Message => new(content);

    /// <exception cref="FormatException">What follows is no field.</exception>
    public bool TryNext()
    {
        if (rest.IsEmpty)
        {
            return false;
        }
        var tag = TakeVarint();
        Field = (int)(tag >> 3);
        content = default;
        number = 0;
        switch ((int)(tag & 7))
        {
            case Varint: number = TakeVarint(); break;
            case Fixed64: number = BinaryPrimitives.ReadUInt64LittleEndian(Take(8)); break;
            case Fixed32: number = BinaryPrimitives.ReadUInt32LittleEndian(Take(4)); break;
            case Bytes: content = Take(checked((int)TakeVarint())); break;
            default: throw new FormatException($"Wire type {tag & 7} is not of protobuf's third version");
        }
        return true;
    }

    private ulong TakeVarint()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var b = Take(1)[0];
            value |= (ulong)(b & 0x7F) << shift;
            if (b < 0x80)
            {
                return value;
            }
        }
        throw new FormatException("A varint of more than ten bytes");
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > rest.Length)
        {
            throw new FormatException("The message ends within a field");
        }
        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }
}
