using System.Text.Json;
using Pathfinity.Content.Proofs;

namespace Pathfinity.Content.Tests;

public class ProofTests
{
    [Theory]
    [InlineData("1/2", "0.5", true)]
    [InlineData("1/2", "50%", true)]
    [InlineData("1/2", "2/4", true)]
    [InlineData("1/2", "1/3", false)]
    [InlineData("2 1/2 + 1/4", "11/4", true)]
    [InlineData("3 × (4 + 2) ÷ 9", "2", true)]
    [InlineData("12,500 + 1", "12501", true)]
    [InlineData("2³ − 10", "−2", true)]
    [InlineData("√50", "5√2", true)]
    [InlineData("5!/3!", "20", true)]
    [InlineData("choose(5, 2)", "10", true)]
    [InlineData("|−3| + 1", "4", true)]
    [InlineData("−2^2", "4", false)]
    [InlineData("round(7.25, 0.1)", "7.3", true)]
    [InlineData("9223372036854775807 + 1", "9223372036854775808", true)]
    [InlineData("9223372036854775807 + 1 - 2", "9223372036854775806", true)]
    [InlineData("3000000019/7 * 7/3000000019 * 3000000077^3 / 3000000077^2", "3000000077", true)]
    [InlineData("1/3000000019 - 1/3000000077", "58/9000000288000001463", true)]
    [InlineData("1/3000000019 - 1/3000000077", "58/9000000288000001464", false)]
    [InlineData("25! / 24!", "25", true)]
    [InlineData("−7/2 + 1/2", "−3", true)]
    public void Values_are_equal_in_every_form(string expression, string answer, bool right) =>
        Assert.Equal(right, Accepts(Proof.Value(expression), answer));

    [Theory]
    [InlineData("3x + 6", true)]
    [InlineData("3(x + 2)", true)]
    [InlineData("3x + 2", false)]
    public void Expressions_in_x_are_compared_by_substitution(string answer, bool right) =>
        Assert.Equal(right, Accepts(Proof.SuchAt("{f}", "x", ["0", "1", "−7/3"], "f = 3*(x + 2)"), answer));

    [Theory]
    [InlineData("3 R 2", true)]
    [InlineData("2 R 7", false)]
    [InlineData("3", false)]
    public void A_form_is_taken_apart(string answer, bool right) =>
        Assert.Equal(right, Accepts(Proof.Such("{q} R {r}", "17 = 5*q + r", "r < 5"), answer));

    [Fact]
    public void A_search_finds_the_only_solution()
    {
        Assert.True(Accepts(Proof.Search("n", 0, 100, "n - 3 = 8"), "11"));
        Assert.False(Accepts(Proof.Search("n", 0, 100, "n - 3 = 8"), "5"));
        Assert.Throws<ProofException>(() => Accepts(Proof.Search("n", 0, 9, "n > 3"), "5"));
    }

    [Theory]
    [InlineData("3 + 4 = 7", true)]
    [InlineData("2 < 5 ≤ 4", false)]
    [InlineData("not 3 = 4 and 1 ≠ 2", true)]
    public void Statements_are_true_or_false(string statement, bool right) =>
        Assert.Equal(right, Accepts(Proof.Truth(), statement));

    [Fact]
    public void Rows_are_chosen_by_a_predicate()
    {
        var proof = Proof.Rows(new[] { new { name = "glass", clear = true, soaks = false }, new { name = "paper", clear = false, soaks = true } },
            "clear and not soaks");
        Assert.True(Accepts(proof, "glass"));
        Assert.False(Accepts(proof, "paper"));
    }

    [Fact]
    public void Events_are_replayed()
    {
        var proof = Proof.Replay(["cat := 'Ned'", "pup := 'Kim'", "cat := 'Pam'", "mop := 'Kim'"], "cat");
        Assert.True(Accepts(proof, "Pam"));
        Assert.False(Accepts(proof, "Kim"));
    }

    [Fact]
    public void A_walk_ends_at_one_place()
    {
        var proof = Proof.Walk(0, 0, [[2, 0], [0, 1]], new Dictionary<string, int[]> { ["bank"] = [2, 1], ["park"] = [1, 2] });
        Assert.True(Accepts(proof, "bank"));
        Assert.False(Accepts(proof, "park"));
    }

    private static bool Accepts(Proof proof, params string[] given)
    {
        using var data = JsonDocument.Parse(proof.Data);
        return Provers.For(proof.Method).Accepts(data.RootElement, new Candidate([.. given], []), ContentLibrary.Default);
    }
}
