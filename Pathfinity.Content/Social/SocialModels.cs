namespace Pathfinity.Content.SocialStudies;

/// <summary>The item models of social studies.</summary>
internal static class SocialModels
{
    public static IEnumerable<ItemModel> All =>
    [
        new SortExample(), new SortName(), new SortPeople(), new SortLists(),
        new FactAsk(), new FactLines(), new FactMatch(),
        new StepsNext(), new StepsOrder(),
        new YearsOrder(), new YearsSpan(),
        new Formula(), new TableReading(), new RuleCases(),
        new TownWalk(), new VoteRule(), new Tally(), new RowPlaces(), new Calendar(), new MapKey(), new LifeLine(), new MapSquare(),
        new LatLong(), new TwoHouses(), new Ledger(), new FactTally(), new DayChart(), new YearsReason(), new Sources(),
    ];
}
