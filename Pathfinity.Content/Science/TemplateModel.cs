using Pathfinity.Curriculum;

namespace Pathfinity.Content.Science;

/// <summary>
/// A model world that computes: draws values, derives what follows, asks for a number or for what happens. Params:
/// template (one or several, drawn alike).
/// </summary>
internal sealed class TemplateModel() : ScienceModel("science.compute")
{
    protected override Draft? Ask(Commission c)
    {
        var template = Worlds.Default.Template(c.Rolls.Pick(c.Params.List("template")));
        if (template.Draw(c) is not { } scope)
        {
            return null;
        }
        var lead = Asking.Lead(c);
        Phrase stem = $"{lead}{c.Rolls.Pick(template.Stems).Phrase(scope)}";
        var draft = template.Answer is { } answer ? Computed(template, scope, stem, answer) : Chosen(template, scope, stem);
        return draft is null ? null : Asking.Enough(c, draft);
    }

    private static Draft? Computed(Template template, Scope scope, Phrase stem, Formula answer)
    {
        var value = answer.Of(scope);
        var key = FormulaFunctions.Show(value);
        var conditions = template.Proof.Select(condition => condition.Text(scope)).ToArray();
        var draft = new Draft
        {
            Kind = value is decimal ? QuestionKind.Numeric : QuestionKind.Choice,
            Stem = stem,
            Figure = template.Figure?.Draw(scope),
            Key = [key],
            Frame = template.Unit.Length > 0 ? "{} " + template.Unit : "{}",
            Demand = template.Demand,
            Hint = template.Hint.Text(scope),
            Rationale = template.Why.Text(scope),
            Proof = Proof.Such("{n}", conditions),
        };
        var taken = new HashSet<string>(StringComparer.Ordinal) { key };
        foreach (var wrong in template.Wrongs)
        {
            var given = FormulaFunctions.Show(wrong.Value.Of(scope));
            if (wrong.Optional && given[0] == '−' && key[0] != '−')
            {
                continue; // nobody would believe it
            }
            if (taken.Add(given))
            {
                draft.Wrong(wrong.Bug.Text(scope), given, wrong.Reason?.Text(scope));
            }
            else if (!wrong.Optional)
            {
                return null;
            }
        }
        return value is decimal ? GivenBack(template, scope, draft, taken) : draft;
    }

    /// <summary>
    /// Adds numbers of the question that are no longer than the key: slips of a calculation are mostly longer, and the
    /// shortest option must not be the answer by habit.
    /// </summary>
    private static Draft GivenBack(Template template, Scope scope, Draft draft, HashSet<string> taken)
    {
        foreach (var (name, _) in template.Draws)
        {
            if (scope[name] is decimal number && number >= 0 && FormulaFunctions.Show(number) is var given && given.Length <= draft.Key[0].Length
                && draft.Stem.Text.Split([' ', ',', '?', ':', '%', '°']).Contains(given) && taken.Add(given))
            {
                draft.Wrong("science.gives-one-value", given);
            }
        }
        return draft;
    }

    private static Draft? Chosen(Template template, Scope scope, Phrase stem)
    {
        var right = template.Options.Where(option => option.Right.Truth(scope)).ToList();
        if (right.Count != 1)
        {
            return null;
        }
        var texts = template.Options.Select(option => option.Text.Text(scope)).ToList();
        if (texts.Distinct(StringComparer.OrdinalIgnoreCase).Count() < texts.Count)
        {
            return null;
        }
        var key = texts[template.Options.IndexOf(right[0])];
        var draft = new Draft
        {
            Kind = QuestionKind.Choice,
            Stem = stem,
            Figure = template.Figure?.Draw(scope),
            Key = [key],
            Demand = template.Demand,
            Hint = template.Hint.Text(scope),
            Rationale = template.Why.Text(scope),
            Proof = Predicate(template, scope, texts),
        };
        for (var i = 0; i < texts.Count; i++)
        {
            if (texts[i] != key)
            {
                draft.Wrong(template.Options[i].Bug.Text(scope), texts[i], template.Options[i].Reason?.Text(scope));
            }
        }
        return draft;
    }

    /// <summary>Each option is a row with all values; the condition of its number must hold.</summary>
    private static Proof Predicate(Template template, Scope scope, List<string> texts)
    {
        var rows = texts.Select((text, i) =>
        {
            var row = new Dictionary<string, object>(StringComparer.Ordinal);
            foreach (var (name, value) in scope.Where(pair => pair.Value is not string s || !s.Contains('\'')))
            {
                row[name] = value;
            }
            row["name"] = text;
            row["option_number"] = i;
            return row;
        });
        var where = string.Join(" or ", template.Options.Select((option, i) => $"(option_number = {i} and ({option.Condition}))"));
        return Proof.Rows(rows.ToList(), where);
    }
}
