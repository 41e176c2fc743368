using Pathfinity.Content.Figures;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Content.Science;

/// <summary>Things under test, the tests, and what the chosen one is for.</summary>
internal sealed class ChoiceWorld
{
    public string Key { get; set; } = "";

    /// <summary>What is chosen, before its letter: "Material".</summary>
    public string Thing { get; set; } = "";

    /// <summary>Whose results they are: "Four materials were tested."</summary>
    public List<string> Intro { get; set; } = [];

    /// <summary>
    /// What it is wanted for, ready to follow "for", and the tests that matter there: + where yes or much is needed, − where
    /// no or little. None: any of them may.
    /// </summary>
    public Dictionary<string, List<string>> Jobs { get; set; } = [];

    public List<TestColumn> Tests { get; set; } = [];
}

/// <summary>A yes-no test, or a measured one when it has a range.</summary>
internal sealed class TestColumn
{
    public string Name { get; set; } = "";

    /// <summary>The need for yes or for much, {v} being the limit of a measured test; empty where nobody wants that.</summary>
    public string Need { get; set; } = "";

    /// <summary>The need for no or for little, or empty likewise.</summary>
    public string Avoid { get; set; } = "";

    public string Unit { get; set; } = "";

    public string Range { get; set; } = "";

    public int Step { get; set; } = 1;

    public bool Measured => Range.Length > 0;
}

/// <summary>
/// Picks from a table the one that meets two needs, finds the need that one misses, or finds the one clues describe.
/// Params: world, ask (pick, misses, clues).
/// </summary>
internal sealed class PickByTests() : ScienceModel("science.pick-by-tests")
{
    private const int Things = 4;

    protected override Draft? Ask(Commission c)
    {
        var world = Worlds.Default.Choice(c.Params.Text("world"));
        var ask = c.Rolls.Pick(c.Params.List("ask", "pick"));
        var (job, wanted) = c.Rolls.Pick(world.Jobs.ToList());
        var needs = ask == "clues" || wanted.Count == 0
            ? c.Rolls.Shuffle(world.Tests)[..2].Select(test => new Need(test, c.Rolls)).ToArray()
            : c.Rolls.Shuffle(wanted)[..2].Select(sign => new Need(world.Tests.Single(test => test.Name == sign[1..]), c.Rolls, sign[0] == '+')).ToArray();
        var others = world.Tests.Where(test => Array.TrueForAll(needs, need => need.Test != test)).ToList();
        TestColumn[] tests = others.Count == 0 ? [needs[0].Test, needs[1].Test] : [needs[0].Test, needs[1].Test, c.Rolls.Pick(others)];
        var table = new TestTable(world, tests, needs, c.Rolls);
        return ask switch
        {
            "misses" => Misses(c, world, job, needs, table),
            "clues" => Clues(c, world, needs, table),
            _ => Pick(c, world, job, needs, table),
        };
    }

    private static Draft Pick(Commission c, ChoiceWorld world, string job, Need[] needs, TestTable table)
    {
        var lead = Asking.Lead(c);
        var intro = Asking.Wording(c.Rolls.Pick(world.Intro));
        var thing = Asking.Wording(Words.Uncap(world.Thing));
        var article = Asking.Wording(Words.A(Words.Uncap(world.Thing)));
        var (first, second) = (Asking.Wording(needs[0].Says), Asking.Wording(needs[1].Says));
        var who = c.Person();
        Phrase stem = c.Rolls.Below(4) switch
        {
            0 => $"{lead}{intro} The {thing} for {job} {first} and {second}. Which one fits?",
            1 => $"{lead}{intro} {who.Name} needs {article} for {job}. It {first}, and it {second}. Which should {who.They} take?",
            2 => $"{lead}{intro} Two things matter for {job}: it {first}, and it {second}. Which {thing} meets both?",
            _ => $"{lead}{intro} Find the {thing} for {job}. It {first} and also {second}.",
        };
        return table.Finish(c, stem, needs, Demand.Apply, $"{needs[0].Says} and {needs[1].Says}");
    }

    private static Draft Clues(Commission c, ChoiceWorld world, Need[] needs, TestTable table)
    {
        var lead = Asking.Lead(c);
        var intro = Asking.Wording(c.Rolls.Pick(world.Intro));
        var thing = Asking.Wording(Words.Uncap(world.Thing));
        var (first, second) = (Asking.Wording(needs[0].Clue), Asking.Wording(needs[1].Clue));
        var who = c.Person();
        Phrase stem = c.Rolls.Below(3) switch
        {
            0 => $"{lead}{intro} The label of one {thing} fell off. Its notes say: {first}; {second}. Which one is it?",
            1 => $"{lead}{intro} {who.Name} has one of them and finds: {first}; {second}. Which one does {who.They} have?",
            _ => $"{lead}{intro} Use two clues: {first}; {second}. Which {thing} is meant?",
        };
        return table.Finish(c, stem, needs, Demand.Reason, $"{needs[0].Clue} and {needs[1].Clue}");
    }

    private static Draft Misses(Commission c, ChoiceWorld world, string job, Need[] needs, TestTable table)
    {
        var which = c.Rolls.Below(4);
        var row = table.Row(which);
        var lead = Asking.Lead(c);
        var intro = Asking.Wording(c.Rolls.Pick(world.Intro));
        var (first, second) = (Asking.Wording(needs[0].Says), Asking.Wording(needs[1].Says));
        var names = needs.Select(need => Words.Uncap(need.Test.Name)).ToArray();
        string[] answers =
        [
            $"It meets the need for “{names[1]}” only.", $"It meets the need for “{names[0]}” only.", "It meets both needs.",
            "It meets neither need.",
        ];
        var who = c.Person();
        var thing = Asking.Wording(Words.Uncap(world.Thing));
        Phrase stem = c.Rolls.Below(4) switch
        {
            0 => $"{lead}{intro} The {thing} for {job} {first} and {second}. {who.Name} picks {row}. What does the table show about {row}?",
            1 => $"{lead}{intro} One is needed for {job}. It {first} and {second}. How does {row} do?",
            2 => $"{lead}{intro} {who.Name} looks for a {thing} for {job}. It {first}, and it {second}. Check {row}. What is right?",
            _ => $"{lead}{intro} For {job}, the {thing} {first} and {second}. Which sentence about {row} is true?",
        };
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = stem,
            Figure = table.Figure,
            Key = [answers[which]],
            Demand = Demand.Reason,
            Hint = "Check one need at a time in that row.",
            Rationale = $"{row}: {answers[which]}",
            Proof = Proof.Rows(answers.Select((name, miss) => new { name, miss, found = which }), "miss = found"),
        };
        for (var i = 0; i < answers.Length; i++)
        {
            _ = i == which ? draft : draft.Wrong(Mistaken(i, which), answers[i]);
        }
        return draft;
    }

    /// <summary>
    /// To find a need met or unmet that is not: that of the other column, of one column where both count, or of another row.
    /// </summary>
    private static string Mistaken(int answer, int found) => (answer < 2, found < 2) switch
    {
        (true, true) => "science.reads-wrong-column",
        (false, false) => "science.reads-wrong-row",
        _ => "science.one-need-only",
    };

    /// <summary>What is asked of one test.</summary>
    private sealed class Need
    {
        public Need(TestColumn test, Rolls rolls, bool? wants = null)
        {
            Test = test;
            Wants = wants ?? (test.Need.Length > 0 && (test.Avoid.Length == 0 || rolls.Chance(0.6)));
            if (test.Measured)
            {
                var span = Span.Parse(test.Range);
                var steps = (span.High - span.Low) / test.Step;
                Limit = span.Low + (test.Step * rolls.Between(steps / 3, steps * 2 / 3));
            }
        }

        public TestColumn Test { get; }

        public bool Wants { get; }

        public int Limit { get; }

        public string Says => (Wants ? Test.Need : Test.Avoid).Replace("{v}", Words.Number(Limit), StringComparison.Ordinal);

        public string Clue => Test.Measured
            ? $"{Words.Uncap(Test.Name)} {(Wants ? "at least" : "at most")} {Limit} {Test.Unit}".TrimEnd()
            : $"{Words.Uncap(Test.Name)}: {(Wants ? "yes" : "no")}";

        public int Value(bool met, Rolls rolls)
        {
            if (!Test.Measured)
            {
                return met == Wants ? 1 : 0;
            }
            var span = Span.Parse(Test.Range);
            var low = met == Wants ? (Wants ? Limit : Limit + Test.Step) : span.Low;
            var high = met == Wants ? span.High : (Wants ? Limit - Test.Step : Limit);
            return low + (Test.Step * rolls.Below(Math.Max(1, ((high - low) / Test.Step) + 1)));
        }
    }

    /// <summary>Four rows, one for each of: meets both, only the first, only the second, neither.</summary>
    private sealed class TestTable
    {
        private readonly List<(string Name, bool First, bool Second, int[] Values)> rows = [];
        private readonly TestColumn[] tests;

        public TestTable(ChoiceWorld world, TestColumn[] tests, Need[] needs, Rolls rolls)
        {
            this.tests = tests;
            var order = rolls.Shuffle(Enumerable.Range(0, Things).ToArray());
            var letters = rolls.Pick<string>(["ABCD", "KLMN", "PQRS", "WXYZ"]);
            for (var i = 0; i < Things; i++)
            {
                var (first, second) = (order[i] % 2 == 0, order[i] < 2);
                var extra = tests.Length > 2 ? new Need(tests[2], rolls).Value(rolls.Chance(0.5), rolls) : 0;
                rows.Add(($"{world.Thing} {letters[i]}", first, second, [needs[0].Value(first, rolls), needs[1].Value(second, rolls), extra]));
            }
            var head = tests.Select(t => t.Unit.Length > 0 ? $"{t.Name} ({t.Unit})" : t.Name).Prepend(world.Thing).ToList();
            var cells = rows.Select(r => (IReadOnlyList<string>)[r.Name, .. tests.Select((t, i) => Cell(t, r.Values[i]))]).ToList();
            Figure = Pictures.Table(head, cells, "Table of results. " + string.Join(" ", rows.Select(r =>
                $"{r.Name}: {string.Join(", ", tests.Select((t, i) => $"{Words.Uncap(t.Name)} {Cell(t, r.Values[i])} {t.Unit}".TrimEnd()))}.")));
        }

        public Figure Figure { get; }

        /// <summary>The row that misses only the need of this number (0, 1), none (2) or both (3).</summary>
        public string Row(int which) => rows.Single(r => (r.First, r.Second) == which switch
        {
            0 => (false, true),
            1 => (true, false),
            2 => (true, true),
            _ => (false, false),
        }).Name;

        public Draft Finish(Commission c, Phrase stem, Need[] needs, Demand demand, string says)
        {
            var best = rows.Single(r => r.First && r.Second);
            var draft = new Draft
            {
                Kind = QuestionKind.Choice,
                Stem = stem,
                Figure = Figure,
                Key = [best.Name],
                Demand = demand,
                Hint = c.Young ? "Look down one column. Cross out each row that does not fit." : "Rule out rows by the first need, then use the second.",
                Rationale = $"Only {best.Name} fits both: {says}.",
                Proof = Proof.Rows(
                    rows.Select(r => new { name = r.Name, t0 = r.Values[0], t1 = r.Values[1] }).ToList(),
                    $"{Condition("t0", needs[0])} and {Condition("t1", needs[1])}"),
            };
            foreach (var row in rows.Where(r => !(r.First && r.Second)))
            {
                draft.Wrong(row.First || row.Second ? "science.one-need-only" : "science.reads-wrong-row", row.Name);
            }
            return draft;
        }

        private static string Condition(string column, Need need) => need.Test.Measured
            ? $"{column} {(need.Wants ? ">=" : "<=")} {need.Limit}"
            : $"{column} = {(need.Wants ? 1 : 0)}";

        private static string Cell(TestColumn test, int value) => test.Measured ? Words.Number(value) : value == 1 ? "yes" : "no";
    }
}
