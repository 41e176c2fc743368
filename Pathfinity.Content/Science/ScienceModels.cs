namespace Pathfinity.Content.Science;

/// <summary>The item models of science.</summary>
internal static class ScienceModels
{
    public static IEnumerable<ItemModel> All =>
    [
        new SortCase(), new FindCase(), new GroupCases(), new OrderSteps(), new PickByTests(), new ReadSeries(),
        new PlanExperiment(), new TemplateModel(),
    ];
}
