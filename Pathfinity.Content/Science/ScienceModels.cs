namespace Pathfinity.Content.Science;

/// <summary>The item models of science.</summary>
internal static class ScienceModels
{
    public static IEnumerable<ItemModel> All => [];
}
