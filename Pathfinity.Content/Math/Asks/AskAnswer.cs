using System.Collections.Immutable;
using Pathfinity.Content.Science;
using Pathfinity.Curriculum;
using Pathfinity.Determinism;

namespace Pathfinity.Content.Mathematics.Asks;

/// <summary>The answer of an ask: one value, options that conditions judge, things to sort, or pairs to match.</summary>
internal sealed class AskAnswer
{
    private const string Bugs = "math.";
    private readonly AskEntry entry;
    private readonly Formula? key;
    private readonly ImmutableArray<(string Bug, Formula Value)> wrongs;
    private readonly ImmutableArray<(Places Text, Formula Right, Places Bug, AskCondition Check)> options;
    private readonly ImmutableArray<(Places Text, Formula Value, Formula By)> sorts;
    private readonly ImmutableArray<(Places Prompt, Formula Answer, AskCondition Check)> pairs;
    private readonly ImmutableArray<AskCondition> proof;

    public AskAnswer(AskEntry entry)
    {
        this.entry = entry;
        key = entry.Key.Length > 0 ? new Formula(entry.Key) : null;
        var sorting = entry.Sort.Count > 0 || entry.Pairs.Count > 0;
        wrongs = [.. entry.Wrong.SelectMany(pair => Values(pair.Value).Select(value => (Bugs + pair.Key, new Formula(sorting ? "0" : value))))];
        options = [.. entry.Options.Select(o => (new Places(o[0]), new Formula(o[1]), new Places(Bugs + o[2]), o.Count > 3 ? new AskCondition(o[3]) : AskCondition.Of(o[1])))];
        sorts = [.. entry.Sort.Select(s => (new Places(s[0]), new Formula(s[1]), new Formula(s.Count > 2 ? s[2] : s[1])))];
        pairs = [.. entry.Pairs.Select(p => (new Places(p[0]), new Formula(p[1]), new AskCondition(p[2])))];
        proof = [.. entry.Proof.Select(condition => new AskCondition(condition))];
        if ((key is null ? 0 : 1) + Math.Min(1, options.Length) + Math.Min(1, sorts.Length) + Math.Min(1, pairs.Length) != 1 || (key is not null && proof.IsEmpty))
        {
            throw new FormatException($"The ask '{entry.Id}' needs a key with a proof, or options, or things to sort, or pairs.");
        }
    }

    public Draft? Write(AskFrame frame, Scope scope, Rolls rolls) =>
        key is not null ? Valued(frame, scope) : options.Length > 0 ? Chosen(frame, scope)
        : sorts.Length > 0 ? Sorted(frame, scope, rolls) : Matched(frame, scope);

    private Draft? Valued(AskFrame frame, Scope scope)
    {
        var value = key!.Of(scope);
        var text = FormulaFunctions.Show(value);
        var conditions = proof.Select(condition => condition.Text(scope)).ToArray();
        var kind = value is decimal ? QuestionKind.Numeric
            : char.IsAsciiDigit(text[^1]) && (char.IsAsciiDigit(text[0]) || text[0] == '−') && entry.At.Count == 0 ? QuestionKind.Text : QuestionKind.Choice;
        var draft = Draft(frame, kind, [text], entry.At.Count == 0
            ? Proof.Such(entry.Form, conditions)
            : Proof.SuchAt(entry.Form, entry.At.First().Key, entry.At.First().Value, conditions), entry.Frame, []);
        foreach (var (bug, wrong) in wrongs)
        {
            var given = FormulaFunctions.Show(wrong.Of(scope));
            if (given[0] != '−' || text.Contains('−') || kind is QuestionKind.Choice)
            {
                draft.Maybe(bug, given); // a negative one where nothing is negative convinces nobody
            }
        }
        return draft.Wrongs.Count == 0 ? null : draft;
    }

    private Draft? Chosen(AskFrame frame, Scope scope)
    {
        var texts = options.Select(option => option.Text.Text(scope)).ToList();
        var right = options.Select((option, i) => (Holds: option.Right.Truth(scope), i)).Where(o => o.Holds).Select(o => o.i).ToList();
        if (texts.Distinct(StringComparer.OrdinalIgnoreCase).Count() < texts.Count || right.Count == texts.Count
            || (entry.Multi ? right.Count < 2 : right.Count != 1))
        {
            return null;
        }
        var where = string.Join(" or ", options.Select((option, i) => $"(number = {i} and ({option.Check.Text(scope)}))"));
        var rows = texts.Select((name, number) => new { name, number });
        var draft = Draft(frame, entry.Multi ? QuestionKind.Multi : QuestionKind.Choice, [.. right.Select(i => texts[i])], Proof.Rows(rows, where), "{}",
            texts.All(text => text.Length == 1) ? [.. texts] : []);
        for (var i = 0; i < texts.Count; i++)
        {
            if (!right.Contains(i))
            {
                draft.Wrong(options[i].Bug.Text(scope), texts[i]);
            }
        }
        return draft;
    }

    private Draft? Sorted(AskFrame frame, Scope scope, Rolls rolls)
    {
        var all = sorts.Select(s => (Text: s.Text.Text(scope), Value: (decimal)s.Value.Of(scope), By: (decimal)s.By.Of(scope))).ToArray();
        if (all.DistinctBy(s => s.Value).Count() < all.Length || all.DistinctBy(s => s.Text).Count() < all.Length)
        {
            return null;
        }
        var shuffled = rolls.Shuffle(all);
        var sorted = shuffled.OrderBy(s => s.Value).Select(s => s.Text).ToImmutableArray();
        var other = shuffled.OrderBy(s => s.By).Select(s => s.Text).ToImmutableArray();
        var values = all.ToDictionary(s => s.Text, s => s.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);
        var draft = Draft(frame, QuestionKind.Order, sorted, Proof.Sorted(values), "{}", [])
            .Wrong(wrongs[0].Bug, [.. sorted.Reverse()]);
        return wrongs.Length < 2 || other.SequenceEqual(sorted) || other.SequenceEqual(sorted.Reverse()) ? draft : draft.Wrong(wrongs[1].Bug, other);
    }

    private Draft? Matched(AskFrame frame, Scope scope)
    {
        var prompts = pairs.Select(p => p.Prompt.Text(scope)).ToImmutableArray();
        var answers = pairs.Select(p => FormulaFunctions.Show(p.Answer.Of(scope))).ToImmutableArray();
        if (prompts.Distinct().Count() < prompts.Length || answers.Distinct().Count() < answers.Length)
        {
            return null;
        }
        var proofs = pairs.Select(p => Proof.Such("{n}", p.Check.Text(scope)));
        var draft = new Draft
        {
            Kind = QuestionKind.Match, Stem = frame.Stem, Figure = frame.Figure, Key = answers, Prompts = prompts,
            Demand = frame.Demand, Difficulty = frame.Level, Hint = frame.Hint, Rationale = frame.Why, Proof = Proof.Each(proofs),
        };
        draft.Wrong(wrongs[0].Bug, answers.SetItem(0, answers[1]).SetItem(1, answers[0]));
        return wrongs.Length < 2 || answers.Length < 3 ? draft : draft.Wrong(wrongs[1].Bug, [.. answers.Skip(1), answers[0]]);
    }

    private static Draft Draft(AskFrame frame, QuestionKind kind, ImmutableArray<string> key, Proof proof, string around, ImmutableArray<string> shown) => new()
    {
        Kind = kind, Stem = frame.Stem, Figure = frame.Figure, Key = key, Shown = shown, Frame = around, Demand = frame.Demand,
        Difficulty = frame.Level, Hint = frame.Hint, Rationale = frame.Why, Proof = proof,
    };

    private static IEnumerable<string> Values(object value) => value is IEnumerable<object> list ? list.Cast<string>() : [(string)value];
}
