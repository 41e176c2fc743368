namespace Pathfinity.Web.Tests;

[Collection(LivingSchools.Name)]
public sealed class DashboardTests(LivingSchool school) : PageTests(school)
{
    private const string Home = $"/w/{LivingSchool.World}";

    [ChromiumFact]
    public async Task The_district_shows_rising_numbers_that_equal_what_is_counted()
    {
        await Page.GotoAsync(Home);
        await Page.EvaluateAsync("window.untouched = true");
        var first = await FigureAsync("attempts");
        await Page.WaitForFunctionAsync(
            "before => document.querySelector('[data-figure=attempts]').textContent !== before",
            await Page.InnerTextAsync("[data-figure=attempts]"));
        Assert.True(await FigureAsync("attempts") > first);
        Assert.True(await Page.EvaluateAsync<bool>("window.untouched"));

        await Page.ClickAsync("button[value=pause]");
        await Page.WaitForSelectorAsync("button[value=start]");
        foreach (var figure in (string[])["attempts", "sessions", "students"])
        {
            await EqualsCountAsync(figure);
        }
        await Page.ClickAsync("button[value=start]");
        await Page.WaitForSelectorAsync("button[value=pause]");
        Sound();
    }

    [ChromiumFact]
    public async Task A_refresh_keeps_scroll_and_focus()
    {
        await Page.GotoAsync(Home);
        await Page.Locator(".feed a").Nth(2).FocusAsync();
        await Page.EvaluateAsync("window.scrollTo(0, 300)");
        var latest = await Page.Locator(".feed li").First.GetAttributeAsync("data-key");
        await Page.WaitForFunctionAsync(
            "before => document.querySelector('.feed li').dataset.key !== before", latest);
        Assert.Equal(300, await Page.EvaluateAsync<int>("window.scrollY"));
        Assert.Equal("A", await Page.EvaluateAsync<string>("document.activeElement.tagName"));
        Sound();
    }

    [ChromiumFact]
    public async Task Every_page_is_whole_at_desk_and_on_a_phone()
    {
        string[] paths =
        [
            "/", Home, $"{Home}/classrooms/3?subject=science", $"{Home}/students", $"{Home}/students/40",
            $"{Home}/stories", $"{Home}/catalogue?subject=science&grade=4",
        ];
        foreach (var (path, width) in from path in paths from width in (int[])[1280, 400] select (path, width))
        {
            await Page.SetViewportSizeAsync(width, 900);
            var answer = await Page.GotoAsync(path);
            Assert.Equal(200, answer!.Status);
            Assert.Equal(1, await Page.Locator("h1").CountAsync());
            var widest = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            Assert.True(widest <= width, $"{path} is {widest} pixels wide on {width}");
        }
        Sound();
    }

    [ChromiumFact]
    public async Task From_the_district_one_comes_to_a_classroom_and_to_a_student()
    {
        await Page.GotoAsync(Home);
        await Page.ClickAsync(".classrooms tbody a");
        await Page.WaitForSelectorAsync("h2#mastery");
        Assert.NotEqual(0, await Page.Locator(".grid td[title]").CountAsync());
        await Page.ClickAsync(".grid .head a");
        await Page.WaitForSelectorAsync(".day");
        Assert.Contains("/students/", Page.Url, StringComparison.Ordinal);
        Sound();
    }

    [ChromiumFact]
    public async Task A_name_with_signs_of_markup_is_shown_as_it_is()
    {
        await Page.GotoAsync(Home);
        Assert.Equal("Two Rivers <District>", await Page.InnerTextAsync("h1"));
    }

    private async Task EqualsCountAsync(string figure)
    {
        var (shown, counted) = (-1L, 0L);
        // Paused, the world comes to rest within moments; the page follows it.
        for (var tries = 0; tries < 40 && shown != counted; tries++)
        {
            await Page.WaitForTimeoutAsync(250);
            counted = await School.CountAsync(figure);
            shown = await FigureAsync(figure);
        }
        Assert.Equal(counted, shown);
    }

    private async Task<long> FigureAsync(string figure) =>
        LivingSchool.Number(await Page.InnerTextAsync($"[data-figure={figure}]"));
}
