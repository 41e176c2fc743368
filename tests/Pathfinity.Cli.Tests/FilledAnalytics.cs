namespace Pathfinity.Cli.Tests;

/// <summary>Whether a world has rows in all tables of sums and all views, and in those of days and weeks for each week.</summary>
internal static class FilledAnalytics
{
    /// <summary>What is empty, and what has nothing of a whole week in which there was school.</summary>
    public static async Task<List<string>> LackingAsync(SchoolHouse house, string world)
    {
        var lacking = new List<string>();
        foreach (var name in await NamesAsync(house, world))
        {
            var relation = $"world_{world}.{name}";
            if (await house.CountAsync($"SELECT count(*) FROM (SELECT FROM {relation} LIMIT 1) AS any_row") == 0)
            {
                lacking.Add($"{name} is empty");
                continue;
            }
            foreach (var column in new[] { "day", "week" })
            {
                var weeks = await HasAsync(house, relation, column) ? await WeeksLackingAsync(house, world, relation, column) : 0;
                if (weeks > 0)
                {
                    lacking.Add($"{name} has nothing in {weeks} weeks");
                }
            }
        }
        return lacking;
    }

    // The data dictionary has the views and the sums first, and then the activity.
    private static async Task<List<string>> NamesAsync(SchoolHouse house, string world)
    {
        const string Heading = "### ";
        var dictionary = await house.RunAsync("world", "dictionary", "--world", world);
        var names = dictionary.Output.Split('\n').TakeWhile(line => line != "## Activity")
            .Where(line => line.StartsWith(Heading, StringComparison.Ordinal)).Select(line => line[Heading.Length..].Trim()).ToList();
        Assert.Contains("student_day", names);
        Assert.Contains("guardian_week", names);
        return names;
    }

    private static async Task<bool> HasAsync(SchoolHouse house, string relation, string column) => await house.CountAsync(
        $"SELECT count(*) FROM pg_attribute WHERE attrelid = '{relation}'::regclass AND attname = '{column}'") == 1;

    private static Task<long> WeeksLackingAsync(SchoolHouse house, string world, string relation, string column) => house.CountAsync($"""
        SELECT count(*) FROM (
            SELECT date_trunc('week', day)::date AS week FROM world_{world}.attendance
            EXCEPT SELECT date_trunc('week', {column})::date FROM {relation}
        ) AS weeks, (SELECT min(day) AS first_day, max(day) AS last_day FROM world_{world}.attendance) AS lived
        WHERE week >= first_day AND week + 4 <= last_day
        """);
}
