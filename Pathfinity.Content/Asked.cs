using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Pathfinity.Content;

/// <summary>
/// What a skill has asked so far: prints of 64 bits instead of texts, so that a draw that is thrown away leaves nothing
/// behind. Questions with the same options in another order are the same.
/// </summary>
internal sealed class Asked
{
    private const ulong Prime = 0x9E37_79B9_7F4A_7C15;
    private readonly HashSet<ulong> prints = [];

    public bool Has(ulong print) => prints.Contains(print);

    public void Add(ulong print) => prints.Add(print);

    /// <summary>Left unused: it may be asked again.</summary>
    public void Remove(Question question) =>
        prints.Remove(Print(question.Stem, question.Figure, question.Choices, question.Key.Given[0]));

    public static ulong Print(string stem, Figure? figure, ImmutableArray<string> choices, string key)
    {
        var options = 0UL;
        foreach (var choice in choices)
        {
            options += Of(choice, 0); // in any order
        }
        return Mixed(Of(key, Of(figure?.Alt ?? "", Of(stem, 0))), options);
    }

    private static ulong Of(string text, ulong before)
    {
        var bytes = MemoryMarshal.AsBytes(text.AsSpan());
        var print = Mixed(before, (ulong)bytes.Length);
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            print = Mixed(print, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }
        var rest = 0UL;
        foreach (var b in bytes)
        {
            rest = (rest << 8) | b;
        }
        return Mixed(print, rest);
    }

    private static ulong Mixed(ulong print, ulong word)
    {
        var mixed = (BitOperations.RotateLeft(print, 29) ^ word) * Prime;
        return mixed ^ (mixed >> 32);
    }
}
