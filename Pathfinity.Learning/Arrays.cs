using System.Runtime.CompilerServices;

namespace Pathfinity.Learning;

/// <summary>A value of each subject, by the subject's number.</summary>
[InlineArray(Length)]
public struct BySubject<T>
{
    public const int Length = 4;
    private T first;
}

/// <summary>A value of each interest type, by its number.</summary>
[InlineArray(Length)]
internal struct ByInterest<T>
{
    public const int Length = 6;
    private T first;
}
