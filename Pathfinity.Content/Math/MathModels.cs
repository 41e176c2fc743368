namespace Pathfinity.Content.Mathematics;

/// <summary>The item models of mathematics.</summary>
internal static class MathModels
{
    public static IEnumerable<ItemModel> All =>
    [
        new CompareAmounts(), new CountPicture(),
    ];
}
