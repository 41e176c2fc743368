namespace Pathfinity.Content.SocialStudies;

/// <summary>The item models of social studies.</summary>
internal static class SocialModels
{
    public static IEnumerable<ItemModel> All => [];
}
