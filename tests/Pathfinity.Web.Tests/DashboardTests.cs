using Microsoft.Playwright;

namespace Pathfinity.Web.Tests;

[Collection(LivingSchools.Name)]
public sealed class DashboardTests(LivingSchool school) : IAsyncLifetime
{
    private const string Home = $"/w/{LivingSchool.World}";
    private const float PatienceMs = 180_000;
    private readonly List<string> complaints = [];
    private readonly List<string> requests = [];
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;
    private IPage page = null!;

    public async Task InitializeAsync()
    {
        if (ChromiumFactAttribute.Executable is null)
        {
            return;
        }
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = ChromiumFactAttribute.Executable,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        });
        page = await browser.NewPageAsync(new() { BaseURL = school.Address.ToString(), ViewportSize = new() { Width = 1280, Height = 900 } });
        page.SetDefaultTimeout(PatienceMs);
        page.Console += (_, message) => Complain(message.Type is "error" or "warning", message.Text);
        page.PageError += (_, error) => Complain(true, error);
        page.Request += (_, request) => requests.Add(request.Url);
        page.Response += (_, response) => Complain(response.Status >= 400, $"{response.Status} {response.Url}");
    }

    public async Task DisposeAsync()
    {
        if (playwright is not null)
        {
            await browser.DisposeAsync();
            playwright.Dispose();
        }
    }

    [ChromiumFact]
    public async Task The_district_shows_rising_numbers_that_equal_what_is_counted()
    {
        await page.GotoAsync(Home);
        await page.EvaluateAsync("window.untouched = true");
        var first = await FigureAsync("attempts");
        await page.WaitForFunctionAsync(
            "before => document.querySelector('[data-figure=attempts]').textContent !== before",
            await page.InnerTextAsync("[data-figure=attempts]"));
        Assert.True(await FigureAsync("attempts") > first);
        Assert.True(await page.EvaluateAsync<bool>("window.untouched"));

        await page.ClickAsync("button[value=pause]");
        await page.WaitForSelectorAsync("button[value=start]");
        foreach (var figure in (string[])["attempts", "sessions", "students"])
        {
            await EqualsCountAsync(figure);
        }
        await page.ClickAsync("button[value=start]");
        await page.WaitForSelectorAsync("button[value=pause]");
        Sound();
    }

    [ChromiumFact]
    public async Task A_refresh_keeps_scroll_and_focus()
    {
        await page.GotoAsync(Home);
        await page.Locator(".feed a").Nth(2).FocusAsync();
        await page.EvaluateAsync("window.scrollTo(0, 300)");
        var latest = await page.Locator(".feed li").First.GetAttributeAsync("data-key");
        await page.WaitForFunctionAsync(
            "before => document.querySelector('.feed li').dataset.key !== before", latest);
        Assert.Equal(300, await page.EvaluateAsync<int>("window.scrollY"));
        Assert.Equal("A", await page.EvaluateAsync<string>("document.activeElement.tagName"));
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
            await page.SetViewportSizeAsync(width, 900);
            var answer = await page.GotoAsync(path);
            Assert.Equal(200, answer!.Status);
            Assert.Equal(1, await page.Locator("h1").CountAsync());
            var widest = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            Assert.True(widest <= width, $"{path} is {widest} pixels wide on {width}");
        }
        Sound();
    }

    [ChromiumFact]
    public async Task From_the_district_one_comes_to_a_classroom_and_to_a_student()
    {
        await page.GotoAsync(Home);
        await page.ClickAsync(".classrooms tbody a");
        await page.WaitForSelectorAsync("h2#mastery");
        Assert.NotEqual(0, await page.Locator(".grid td[title]").CountAsync());
        await page.ClickAsync(".grid .head a");
        await page.WaitForSelectorAsync(".day");
        Assert.Contains("/students/", page.Url, StringComparison.Ordinal);
        Sound();
    }

    [ChromiumFact]
    public async Task A_name_with_signs_of_markup_is_shown_as_it_is()
    {
        await page.GotoAsync(Home);
        Assert.Equal("Two Rivers <District>", await page.InnerTextAsync("h1"));
    }

    private async Task EqualsCountAsync(string figure)
    {
        var (shown, counted) = (-1L, 0L);
        // Paused, the world comes to rest within moments; the page follows it.
        for (var tries = 0; tries < 40 && shown != counted; tries++)
        {
            await page.WaitForTimeoutAsync(250);
            counted = await school.CountAsync(figure);
            shown = await FigureAsync(figure);
        }
        Assert.Equal(counted, shown);
    }

    private async Task<long> FigureAsync(string figure) =>
        LivingSchool.Number(await page.InnerTextAsync($"[data-figure={figure}]"));

    private void Complain(bool amiss, string text)
    {
        if (amiss)
        {
            complaints.Add(text);
        }
    }

    /// <summary>Nothing was amiss in the page, and nothing was asked of another host.</summary>
    private void Sound()
    {
        Assert.Empty(complaints);
        Assert.All(requests.Where(url => !url.StartsWith("data:", StringComparison.Ordinal)), url =>
            Assert.Equal(school.Address.Authority, new Uri(url).Authority));
    }
}
