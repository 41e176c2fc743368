using System.Text.Json;
using System.Text.Json.Nodes;
using Pathfinity.Content.Checks;
using Pathfinity.Curriculum;
using Pathfinity.Testing.Chat;

namespace Pathfinity.Content.Tests;

public sealed class ChatAuthorTests : IAsyncLifetime
{
    private const string Skill = "math.3.A.1";
    private const long Plenty = 100_000_000;
    private static readonly Volume Small = new(Learn: 1, LearnQuestions: 3, Experience: 1, ExperienceQuestions: 2, Discover: 1);
    private readonly MemoryLedger ledger = new();
    private readonly SkippingClock clock = new();
    private ClaudeService service = null!;

    public async Task InitializeAsync() => service = await ClaudeService.StartAsync();

    public Task DisposeAsync() => service.DisposeAsync().AsTask();

    [Fact]
    public async Task A_draft_that_is_solved_as_its_key_says_is_in_review_with_the_solution_as_its_proof()
    {
        var (drafts, bill) = await WriteAsync();

        Assert.Equal(6, drafts.Questions.Length);
        Assert.All(drafts.Questions, question =>
        {
            Assert.Equal((Status.InReview, Claude.Author, "blind"), (question.Status, question.Author, question.Proof.Method));
            Assert.Null(QuestionChecks.FirstFault(question, CurriculumLoader.Default.Skill(question.Skill), ContentLibrary.Default));
        });
        Assert.Equal([Container.Learn, Container.Experience, Container.Discover], drafts.Items.Select(item => item.Container));
        Assert.NotEmpty(Assert.IsType<LearnBody>(drafts.Items[0].Body).Examples);
        Assert.Equal((6, 0, null), (bill.Bought, bill.Kept, bill.Problem));
        Assert.Empty(drafts.Rejections);
    }

    [Fact]
    public async Task Requests_name_the_schema_and_what_may_be_cached_and_the_solver_sees_no_key()
    {
        await WriteAsync();

        Assert.All(service.Asked, request =>
        {
            Assert.Equal("json_schema", request["output_config"]!["format"]!["type"]!.GetValue<string>());
            Assert.Equal("ephemeral", request["system"]![0]!["cache_control"]!["type"]!.GetValue<string>());
        });
        var solves = service.Asked.Where(request => Text(request).Contains("Question 1", StringComparison.Ordinal)).ToArray();
        Assert.Equal(3, solves.Length);
        Assert.All(solves, request => Assert.DoesNotContain(" make ", Text(request), StringComparison.Ordinal)); // of the rationale
    }

    [Fact]
    public async Task A_wrong_key_stays_a_draft_with_both_answers()
    {
        service.Model.Edit = question => With(question, "answer", new JsonArray("7"));
        var (drafts, _) = await WriteAsync();

        Assert.All(drafts.Questions, question =>
        {
            Assert.Equal(Status.Draft, question.Status);
            Assert.Equal("7", question.Key.Given[0]);
            using var proof = JsonDocument.Parse(question.Proof.Data);
            Assert.NotEqual("7", proof.RootElement.GetProperty("answer")[0].GetString());
            Assert.Equal("proof", QuestionChecks.FirstFault(question, CurriculumLoader.Default.Skill(question.Skill), ContentLibrary.Default)!.Check);
        });
    }

    [Fact]
    public async Task A_question_that_the_solver_finds_at_fault_stays_a_draft()
    {
        service.Model.Fault = "two options are right";
        var (drafts, _) = await WriteAsync();
        Assert.All(drafts.Questions, question => Assert.Equal(Status.Draft, question.Status));
    }

    [Theory]
    [InlineData("stem", "<script>alert(1)</script> How many cups are there?", "wording")]
    [InlineData("stem", "A <b>red</b> cup and 2 blue cups. How many?", "wording")]
    [InlineData("stem", "A fireman has 3 cups and 4 cups. How many?", "fairness")]
    [InlineData("stem", "A shelf holds 99000 cups and 1000 cups. How many?", "envelope")]
    [InlineData("facet", "something else", "alignment")]
    [InlineData("hint", "", "schema")]
    [InlineData("rationale", "See <a href=x>", "wording")]
    public async Task A_draft_that_fails_a_check_is_refused_with_the_reason_and_the_others_stand(string field, string text, string check)
    {
        var number = 0;
        service.Model.Edit = question => number++ == 0 ? With(question, field, text) : question;
        var (drafts, _) = await WriteAsync();

        Assert.Equal(5, drafts.Questions.Length);
        var rejection = Assert.Single(drafts.Rejections);
        Assert.Equal(check, rejection.Check);
        Assert.NotEmpty(rejection.Reason);
    }

    [Fact]
    public async Task A_misconception_that_nobody_lists_is_refused()
    {
        service.Model.Edit = question =>
        {
            question["wrong"]![0]!["bug"] = "math.made-up";
            return question;
        };
        var (drafts, _) = await WriteAsync();
        Assert.Empty(drafts.Items);
        Assert.All(drafts.Rejections, rejection => Assert.Equal("bug", rejection.Check));
    }

    [Theory]
    [InlineData("no JSON at all", "end_turn", "no JSON")]
    [InlineData("{\"questions\": [{\"stem\": \"Half a ques", "max_tokens", "cut off")]
    [InlineData("{\"questions\": [{\"stem\": \"Half a ques", "end_turn", "no JSON")]
    [InlineData("I would rather not.", "refusal", "refused")]
    [InlineData("", "end_turn", "empty")]
    [InlineData("[]", "end_turn", "no JSON object")]
    [InlineData("{\"questions\": 3}", "end_turn", "no list")]
    [InlineData("{\"questions\": [{\"facet\": 1}]}", "end_turn", "missing")]
    [InlineData("{\"questions\": [\"\\ud800\"]}", "end_turn", "")]
    public async Task An_answer_off_the_schema_is_noted_with_its_reason_and_asked_for_once_more(string text, string stop, string reason)
    {
        service.Next(new ServiceReply(text, stop));
        var (drafts, bill) = await WriteAsync();

        Assert.Equal(6, drafts.Questions.Length);
        Assert.Equal(7, bill.Bought);
        var rejection = Assert.Single(drafts.Rejections);
        Assert.Equal("schema", rejection.Check);
        Assert.Contains(reason, rejection.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_never_answered_by_the_schema_is_given_up_and_nothing_else_is_lost()
    {
        service.Next(new ServiceReply("nonsense"), new ServiceReply("nonsense"));
        var (drafts, _) = await WriteAsync();
        Assert.Equal(2, drafts.Items.Length);
        Assert.Single(drafts.Shortages);
        Assert.Equal(2, drafts.Rejections.Length);
    }

    [Fact]
    public async Task Rate_limits_and_overload_are_waited_for_as_long_as_is_said()
    {
        service.Next(new ServiceReply(Status: 429, RetryAfter: "7"), new ServiceReply(Status: 529), new ServiceReply(Status: 500));
        var (drafts, bill) = await WriteAsync();

        Assert.Equal((6, null), (drafts.Questions.Length, bill.Problem));
        Assert.Equal([7, 2, 4], clock.Waits.Where(wait => wait < TimeSpan.FromMinutes(5)).Select(wait => (int)wait.TotalSeconds));
        Assert.Equal(6, service.Charged);
    }

    [Fact]
    public async Task Lasting_overload_ends_the_run_with_what_to_do_and_what_was_made_stays()
    {
        service.BeforeAnswer = number =>
        {
            if (number == 3)
            {
                service.Next([.. Enumerable.Repeat(new ServiceReply(Status: 529), PatientHandler.TriesMax)]);
            }
            return Task.CompletedTask;
        };
        var (drafts, bill) = await WriteAsync();

        Assert.Single(drafts.Items);
        Assert.Equal(ChatFault.Busy, bill.Problem!.Fault);
        Assert.Contains("529", bill.Problem.Message, StringComparison.Ordinal);
        Assert.Contains("same command", bill.Problem.Message, StringComparison.Ordinal);

        service.BeforeAnswer = null;
        var (whole, again) = await WriteAsync();
        Assert.Equal((3, 4, 2), (whole.Items.Length, again.Bought, again.Kept));
        Assert.Equal(0, service.ChargedTwice);
    }

    [Fact]
    public async Task A_refused_key_is_said_at_once()
    {
        var (_, bill) = await WriteAsync(key: "wrong");
        Assert.Equal((ChatFault.Key, 1), (bill.Problem!.Fault, service.Asked.Count));
        Assert.Contains("ANTHROPIC_API_KEY", bill.Problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>502</html>")]
    [InlineData("{\"id\": \"msg_1\"")]
    public async Task A_body_that_is_no_message_ends_the_run_and_counts_as_charged(string raw)
    {
        service.Next(new ServiceReply(Raw: raw));
        var (_, bill) = await WriteAsync();
        Assert.Equal(ChatFault.Unreadable, bill.Problem!.Fault);
        Assert.True(bill.SpentMicros > 0);
    }

    [Fact]
    public async Task A_broken_connection_is_not_tried_again_by_itself()
    {
        service.Next(new ServiceReply(Drops: true));
        var (_, bill) = await WriteAsync();
        Assert.Equal((ChatFault.Busy, 1), (bill.Problem!.Fault, service.Asked.Count));
        Assert.True(bill.SpentMicros > 0); // it may have been charged
    }

    [Theory]
    [InlineData(1)]
    [InlineData(250_000)]
    [InlineData(330_000)]
    [InlineData(1_000_000)]
    public async Task The_budget_is_never_exceeded(long budget)
    {
        var (drafts, bill) = await WriteAsync(budget, volume: new Volume(Learn: 30, LearnQuestions: 3, Experience: 0, Discover: 0), batchFrom: 1000);
        var charged = service.Charged * new Price(2, 10).MicrosOf(new ChatUsage(200, 700, 0, 3000), batch: false);

        Assert.Equal(charged, bill.SpentMicros);
        Assert.InRange(bill.SpentMicros, 0, budget);
        Assert.True(bill.BudgetReached || drafts.Items.Length == 30);
        Assert.All(drafts.Questions, question => Assert.Equal(Status.InReview, question.Status)); // nothing is bought and left unsolved
    }

    [Fact]
    public async Task A_second_run_buys_nothing_and_comes_to_the_same()
    {
        var (first, bill) = await WriteAsync();
        var (second, again) = await WriteAsync(budget: 1);
        Assert.Equal((first.Hash, 0, bill.Bought, 0), (second.Hash, again.Bought, again.Kept, again.SpentMicros));
    }

    [Fact]
    public async Task Much_is_asked_in_batches_at_half_the_price()
    {
        var (drafts, bill) = await WriteAsync(volume: Bulk);

        Assert.Equal((2, 14, 28), (service.Batches, drafts.Items.Length, bill.Bought));
        Assert.Equal(28 * new Price(2, 10).MicrosOf(new ChatUsage(200, 700, 0, 3000), batch: true), bill.SpentMicros);
        Assert.All(ledger.All, purchase => Assert.NotNull(purchase.Batch));
        var (again, kept) = await WriteAsync(volume: Bulk);
        Assert.Equal((drafts.Hash, 28, 2), (again.Hash, kept.Kept, service.Batches));
    }

    [Theory]
    [InlineData("errored")]
    [InlineData("expired")]
    [InlineData("canceled")]
    public async Task Requests_of_a_batch_without_an_answer_are_asked_again(string fate)
    {
        service.Fate = i => i == 2 && service.Batches == 1 ? fate : null;
        var (drafts, bill) = await WriteAsync(volume: Bulk);
        Assert.Equal((14, null), (drafts.Items.Length, bill.Problem));
        Assert.Equal(0, service.ChargedTwice);
    }

    [Fact]
    public async Task A_batch_whose_id_never_arrived_is_found_again_by_its_requests()
    {
        service.DropsCreatedBatches = true;
        var (_, bill) = await WriteAsync(volume: Bulk);
        Assert.Equal(ChatFault.Busy, bill.Problem!.Fault);

        service.DropsCreatedBatches = false;
        var (drafts, again) = await WriteAsync(volume: Bulk);
        Assert.Equal((14, null, 14), (drafts.Items.Length, again.Problem, again.Bought)); // the solutions alone
        Assert.Equal((28, 0), (service.Charged, service.ChargedTwice));
    }

    [Fact]
    public async Task Any_other_chat_client_will_do()
    {
        using var plain = new PlainClient(service.Model);
        var author = new ChatAuthor(
            CurriculumLoader.Default, ContentLibrary.Default, plain, ledger,
            new ChatAuthorOptions(Plenty, "other", new Price(1, 1)) { Name = "other" }, clock);
        var drafts = await author.WriteAsync(new Assignment(1, _ => Bulk, new HashSet<string> { Skill }), null, CancellationToken.None);
        Assert.Equal((14, 28), (drafts.Items.Length, author.Bill.Bought));
        Assert.All(drafts.Questions, question => Assert.Equal(("other", Status.InReview), (question.Author, question.Status)));
    }

    [Fact]
    public void Changed_prompts_are_new_versions() => Assert.Equal(
        "write 1 " + Prompts.Write1 + "; solve 1 " + Prompts.Solve1,
        $"write {Prompt.Write.Version} {Prompts.Digest(Prompt.Write)}; solve {Prompt.Solve.Version} {Prompts.Digest(Prompt.Solve)}");

    private static Volume Bulk => new(Learn: 14, LearnQuestions: 2, Experience: 0, Discover: 0);

    private async Task<(Catalogue Drafts, Bill Bill)> WriteAsync(
        long budget = Plenty, string key = "right", Volume? volume = null, int batchFrom = 12)
    {
        using var chat = Claude.Open(key, Claude.DefaultModel, clock, service.Address);
        var author = new ChatAuthor(
            CurriculumLoader.Default, ContentLibrary.Default, chat, ledger,
            new ChatAuthorOptions(budget, Claude.DefaultModel, Price.Of(Claude.DefaultModel)!) { BatchFrom = batchFrom }, clock);
        var drafts = await author.WriteAsync(
            new Assignment(1, _ => volume ?? Small, new HashSet<string> { Skill }), null, CancellationToken.None);
        return (drafts, author.Bill);
    }

    private static string Text(JsonObject request) => request["messages"]![0]!["content"]!.ToJsonString();

    private static JsonObject With(JsonObject question, string field, JsonNode value)
    {
        question[field] = value;
        return question;
    }
}
