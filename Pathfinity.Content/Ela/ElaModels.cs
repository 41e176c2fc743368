namespace Pathfinity.Content.Ela;

/// <summary>The item models of ELA.</summary>
internal static class ElaModels
{
    public static IEnumerable<ItemModel> All => [];
}
