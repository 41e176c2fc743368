using System.Globalization;
using Pathfinity.Storage;

namespace Pathfinity.Web.Tests;

/// <summary>The review page by keyboard: a approve, r reject, e edit, n next.</summary>
[Collection(LivingSchools.Name)]
public sealed class ReviewPageTests(LivingSchool school) : PageTests(school)
{
    private const string Reviewer = "first reader";

    [ChromiumFact]
    public async Task N_goes_on_without_deciding_and_comes_round_again()
    {
        await Page.GotoAsync("/review");
        var first = await NumberAsync();
        var next = await PressAsync("n");
        Assert.NotEqual(first, next);
        Assert.Empty(await DecisionsAsync(first));
        Assert.Equal("/review?after=" + first.ToString(CultureInfo.InvariantCulture), new Uri(Page.Url).PathAndQuery);
        Sound();
    }

    [ChromiumFact]
    public async Task A_approves_in_the_name_given_once_and_shows_the_next_question()
    {
        var first = await OpenAsync();
        var next = await PressAsync("a");
        var decision = Assert.Single(await DecisionsAsync(first));
        Assert.Equal((Decision.Approved, Reviewer), (decision.Decision, decision.Who));
        Assert.NotEqual(first, next);
        Assert.Equal(Reviewer, await Page.InputValueAsync("input[name=who]"));
        await PressAsync("a");
        Assert.Equal(Decision.Approved, Assert.Single(await DecisionsAsync(next)).Decision);
        Sound();
    }

    [ChromiumFact]
    public async Task Without_a_name_nothing_is_decided()
    {
        await Page.GotoAsync("/review");
        var number = await NumberAsync();
        await Page.Keyboard.PressAsync("a");
        Assert.True(await Page.EvaluateAsync<bool>("document.querySelector('input[name=who]').matches(':invalid')"));
        Assert.Equal(number, await NumberAsync());
        Assert.Empty(await DecisionsAsync(number));
        Sound();
    }

    [ChromiumFact]
    public async Task R_asks_for_a_reason_and_enter_rejects_with_it()
    {
        var number = await OpenAsync();
        await Page.Keyboard.PressAsync("r");
        await Page.Keyboard.TypeAsync("an apple has no price here");
        Assert.Equal("an apple has no price here", await Page.InputValueAsync("input[name=why]"));
        Assert.Equal(number, await NumberAsync());
        await PressAsync("Enter");
        var decision = Assert.Single(await DecisionsAsync(number));
        Assert.Equal((Decision.Rejected, "an apple has no price here"), (decision.Decision, decision.Why));
        Sound();
    }

    [ChromiumFact]
    public async Task E_opens_the_text_where_letters_are_letters_and_what_is_stored_is_a_new_version()
    {
        var number = await OpenAsync();
        await Page.Keyboard.PressAsync("e");
        Assert.Equal("stem", await Page.EvaluateAsync<string>("document.activeElement.name"));
        var stem = await Page.InputValueAsync("textarea[name=stem]");
        await Page.Keyboard.TypeAsync("an");
        Assert.Equal(stem.Length + 2, (await Page.InputValueAsync("textarea[name=stem]")).Length);
        await Page.FillAsync("textarea[name=stem]", stem);
        await Page.FillAsync("textarea[name=hint]", "Look once more at what is asked.");
        await AwayAsync(() => Page.ClickAsync("button[value=edit]"));
        var edited = (await Store.FindAsync((await Store.ReadAsync(number, CancellationToken.None))!.Question.Id, CancellationToken.None))!;
        Assert.Equal(("Look once more at what is asked.", stem), (edited.Question.Hint, edited.Question.Stem));
        Assert.NotEqual(number, edited.Number);
        var decision = Assert.Single(edited.Decisions);
        Assert.Equal((Decision.Edited, Reviewer), (decision.Decision, decision.Who));
        Assert.Contains("hint", decision.Difference, StringComparison.Ordinal);
        Sound();
    }

    private ReviewStore Store => new(School.Database);

    private async Task<System.Collections.Immutable.ImmutableArray<PastDecision>> DecisionsAsync(int number) =>
        (await Store.ReadAsync(number, CancellationToken.None))!.Decisions;

    /// <summary>The page of a question at which nobody has looked, with the reader's name in its place; gives the number.</summary>
    private async Task<int> OpenAsync()
    {
        await Page.GotoAsync("/review");
        await Page.FillAsync("input[name=who]", Reviewer);
        await Page.Keyboard.PressAsync("Escape");
        return await NumberAsync();
    }

    private async Task<int> NumberAsync() => int.Parse(
        (await Page.GetAttributeAsync("form.decide", "action"))!.Split('/')[^1], CultureInfo.InvariantCulture);

    /// <summary>Presses a key that leads to another question; gives its number.</summary>
    private async Task<int> PressAsync(string key)
    {
        await AwayAsync(() => Page.Keyboard.PressAsync(key));
        return await NumberAsync();
    }

    /// <summary>Does what leads to another page, and waits for that page with its script.</summary>
    private async Task AwayAsync(Func<Task> act)
    {
        await Page.EvaluateAsync("window.left = false");
        await act();
        await Page.WaitForFunctionAsync("() => window.left === undefined && document.readyState === 'complete'");
    }
}
