using Microsoft.Playwright;

namespace Pathfinity.Web.Tests;

/// <summary>Tests of pages of the living school in a real browser; they end with <see cref="Sound"/>.</summary>
public abstract class PageTests(LivingSchool school) : IAsyncLifetime
{
    private const float PatienceMs = 180_000;
    private readonly List<string> complaints = [];
    private readonly List<string> requests = [];
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    protected LivingSchool School => school;

    protected IPage Page { get; private set; } = null!;

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
        Page = await browser.NewPageAsync(new() { BaseURL = school.Address.ToString(), ViewportSize = new() { Width = 1280, Height = 900 } });
        Page.SetDefaultTimeout(PatienceMs);
        Page.Console += (_, message) => Complain(message.Type is "error" or "warning", message.Text);
        Page.PageError += (_, error) => Complain(true, error);
        Page.Request += (_, request) => requests.Add(request.Url);
        Page.Response += (_, response) => Complain(response.Status >= 400, $"{response.Status} {response.Url}");
    }

    public async Task DisposeAsync()
    {
        if (playwright is not null)
        {
            await browser.DisposeAsync();
            playwright.Dispose();
        }
    }

    /// <summary>Nothing was amiss in the page, and nothing was asked of another host.</summary>
    protected void Sound()
    {
        Assert.Empty(complaints);
        Assert.All(requests.Where(url => !url.StartsWith("data:", StringComparison.Ordinal)), url =>
            Assert.Equal(school.Address.Authority, new Uri(url).Authority));
    }

    private void Complain(bool amiss, string text)
    {
        if (amiss)
        {
            complaints.Add(text);
        }
    }
}
