namespace Pathfinity.Content.Mathematics;

/// <summary>The item models of mathematics.</summary>
internal static class MathModels
{
    public static IEnumerable<ItemModel> All =>
        [
            .. CountingModels.All,
            .. OperationModels.All,
            .. PlaceValueModels.All,
            .. FractionModels.All,
            .. ShapeModels.All,
            .. MeasureModels.All,
            .. RatioModels.All,
            .. AlgebraModels.All,
            .. FunctionModels.All,
            .. SpaceModels.All,
            .. ChanceModels.All,
            .. Asks.AskLibrary.All(),
        ];
}
