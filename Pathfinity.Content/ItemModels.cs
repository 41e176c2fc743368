using Pathfinity.Content.Ela;
using Pathfinity.Content.Mathematics;
using Pathfinity.Content.Science;
using Pathfinity.Content.SocialStudies;

namespace Pathfinity.Content;

/// <summary>Every registered item model, subject by subject.</summary>
internal static class ItemModels
{
    public static IEnumerable<ItemModel> All =>
        [.. MathModels.All, .. ElaModels.All, .. ScienceModels.All, .. SocialModels.All];
}
