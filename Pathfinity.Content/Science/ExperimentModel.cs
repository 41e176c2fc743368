using Pathfinity.Curriculum;

namespace Pathfinity.Content.Science;

/// <summary>
/// An experiment with its variables: what is changed, measured, kept; what spoils it. Rows of the world file with
/// question, changed, measured, kept1, kept2, kept3. Params: rows, ask (changed, measured, kept, flaw, group).
/// </summary>
internal sealed class PlanExperiment() : ScienceModel("science.plan-experiment")
{
    protected override Draft? Ask(Commission c)
    {
        var row = c.Rolls.Pick(Worlds.Default.Rows(c.Params.Text("rows")));
        return c.Rolls.Pick(c.Params.List("ask", "changed", "measured", "kept", "flaw")) switch
        {
            "changed" => Role(c, row, "changed"),
            "measured" => Role(c, row, "measured"),
            "kept" => Role(c, row, "kept"),
            "group" => Purpose(c, row),
            _ => Flaw(c, row),
        };
    }

    private static Draft Role(Commission c, Dictionary<string, string> row, string role)
    {
        var lead = Asking.Lead(c);
        var who = c.Person();
        var question = row["question"];
        var formal = c.Grade.Ordinal >= 7; // grade 6 up names the kinds of variables
        Phrase ask = (role, formal) switch
        {
            ("changed", false) => c.Rolls.Below(2) switch { 0 => $"What should be different on purpose?", _ => $"Which one thing should {who.They} change?" },
            ("changed", true) => c.Rolls.Below(2) switch { 0 => $"What is the independent variable?", _ => $"Which variable does {who.They} set on purpose?" },
            ("measured", false) => c.Rolls.Below(2) switch { 0 => $"What should be measured or counted each time?", _ => $"Which thing will {who.They} find out by measuring?" },
            ("measured", true) => c.Rolls.Below(2) switch { 0 => $"What is the dependent variable?", _ => $"Which variable responds and is measured?" },
            (_, false) => c.Rolls.Below(2) switch { 0 => $"Which of these must stay the same each time?", _ => $"What must {who.They} keep alike so that the test is fair?" },
            _ => c.Rolls.Below(2) switch { 0 => $"Which of these is a variable to be held constant?", _ => $"Which of these must be controlled?" },
        };
        var intro = Intro(c, who, question);
        var keptAll = Kept(row);
        var kept = c.Rolls.Shuffle(keptAll);
        var (key, wrongs) = role switch
        {
            "changed" => (row["changed"], new[] { row["measured"], kept[0], kept[1] }),
            "measured" => (row["measured"], [row["changed"], kept[0], kept[1]]),
            _ => (kept[0], [row["changed"], row["measured"]]),
        };
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = $"{lead}{intro} {ask}",
            Key = [Words.Cap(key)],
            Demand = Demand.Apply,
            Hint = "The question of the test names what is changed and what it may act on. All else stays alike.",
            Rationale = $"Changed: {row["changed"]}. Measured: {row["measured"]}. Kept the same: {Words.List(keptAll)}.",
            Proof = Proof.Rows(Variables(row), $"role = '{role}'"),
        };
        foreach (var wrong in wrongs)
        {
            draft.Wrong(wrong == row["changed"] || wrong == row["measured"] ? "science.swaps-variables" : "science.kept-for-changed", Words.Cap(wrong));
        }
        return draft;
    }

    private static Draft Flaw(Commission c, Dictionary<string, string> row)
    {
        var lead = Asking.Lead(c);
        var who = c.Person();
        var kept = c.Rolls.Shuffle(Kept(row));
        var spoiled = c.Rolls.Chance(0.7);
        var intro = Intro(c, who, row["question"]);
        Phrase plan = spoiled
            ? (Phrase)$"In the plan, {row["changed"]} and {kept[0]} both differ from one try to the next; {kept[1]} stays the same."
            : (Phrase)$"In the plan, only {row["changed"]} differs from one try to the next; {kept[0]} and {kept[1]} stay the same.";
        Phrase ask = c.Rolls.Below(3) switch
        {
            0 => $"Is the plan fair?",
            1 => $"What would you tell {who.Them}?",
            _ => $"What is true of this plan?",
        };
        var fine = $"It is fair: one thing is changed and {row["measured"]} is measured.";
        var two = $"It is not fair: {kept[0]} must stay the same too.";
        var wrongKept = $"It is not fair: {kept[1]} must be changed too.";
        var none = $"It is not fair: {row["changed"]} must stay the same.";
        var key = spoiled ? two : fine;
        return new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = $"{lead}{intro} {plan} {ask}",
            Key = [key],
            Demand = Demand.Reason,
            Hint = "Count how many things differ besides what is measured.",
            Rationale = spoiled
                ? $"Two things differ, so nobody can tell whether {row["changed"]} or {kept[0]} made the difference."
                : $"Only {row["changed"]} differs, so a difference in {row["measured"]} comes from it.",
            Proof = Proof.Rows(
                new[]
                {
                    new { name = fine, differ = 1, extra = 0 },
                    new { name = two, differ = 2, extra = 1 },
                    new { name = wrongKept, differ = 1, extra = 2 },
                    new { name = none, differ = 0, extra = 3 },
                }, spoiled ? "differ = 2 and extra = 1" : "differ = 1 and extra = 0"),
        }
        .Wrong(spoiled ? "science.accepts-two-changes" : "science.wants-more-changed", spoiled ? fine : two)
        .Wrong("science.wants-more-changed", wrongKept)
        .Wrong("science.swaps-variables", none);
    }

    private static Draft Purpose(Commission c, Dictionary<string, string> row)
    {
        var lead = Asking.Lead(c);
        var who = c.Person();
        var n = c.Rolls.Between(3, 6);
        var intro = Intro(c, who, row["question"]);
        var (key, wrong) = c.Rolls.Chance(0.5) switch
        {
            true => ((Phrase)$"{who.Subject} does each try {n} times and takes the mean. Why?", "To make chance errors matter less."),
            _ => ((Phrase)$"{who.Subject} includes one try in which {row["changed"]} is left as usual. Why?", "To have something to compare the others with."),
        };
        string[] reasons = ["To make chance errors matter less.", "To have something to compare the others with.", "To change two variables at once.", "To make sure that the guess turns out right."];
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = $"{lead}{intro} {key}",
            Key = [wrong],
            Demand = Demand.Reason,
            Hint = "What would the results lack without it?",
            Rationale = wrong == reasons[0]
                ? "Single results scatter by chance; a mean of several tries is closer to the true value."
                : "A control shows what happens without the change; only against it can an effect be seen.",
            Proof = Proof.Rows(reasons.Select((name, i) => new { name, purpose = i }).ToList(), $"purpose = {Array.IndexOf(reasons, wrong)}"),
        };
        foreach (var other in reasons.Where(r => r != wrong))
        {
            draft.Wrong(other == reasons[3] ? "science.test-to-prove" : other == reasons[2] ? "science.accepts-two-changes" : "science.control-or-repeat", other);
        }
        return draft;
    }

    private static Phrase Intro(Commission c, Person who, string question) => c.Rolls.Below(4) switch
    {
        0 => $"{who.Name} asks: {Asking.Quoted(question)}",
        1 => $"{who.Name} plans a test. The question is: {Asking.Quoted(question)}",
        2 => $"A class wants to find out: {Asking.Quoted(question)} {who.Name} writes the plan.",
        _ => $"{who.Name} and a partner test this: {Asking.Quoted(question)}",
    };

    private static string[] Kept(Dictionary<string, string> row) => [row["kept1"], row["kept2"], row["kept3"]];

    private static List<Variable> Variables(Dictionary<string, string> row) =>
    [
        new(Words.Cap(row["changed"]), "changed"),
        new(Words.Cap(row["measured"]), "measured"),
        .. Kept(row).Select(kept => new Variable(Words.Cap(kept), "kept")),
    ];

    private sealed record Variable(string name, string role);
}
