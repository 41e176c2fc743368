using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Pathfinity.Content.Proofs;

namespace Pathfinity.Content.Ela;

/// <summary>
/// Reads a passage back into the moves and facts of its plan, and judges answers by what it has read. A passage that
/// cannot be read, or can be read in two ways, proves nothing.
/// </summary>
internal sealed class PlanProver() : Prover("plan")
{
    private const int FormsMax = 20_000; // remembered; plans have far fewer
    private readonly ConcurrentDictionary<string, Regex> forms = new(StringComparer.Ordinal); // the same whoever reads them

    public override bool Accepts(JsonElement data, Candidate candidate, ContentLibrary library) => Open(data, library)(candidate);

    public override Func<Candidate, bool> Open(JsonElement data, ContentLibrary library)
    {
        var readings = data.GetProperty("texts").EnumerateArray().Select(t => new Reading(t, forms)).ToArray();
        var (ask, of) = (data.GetProperty("ask").GetString()!, data.GetProperty("of").GetString()!);
        var first = readings[0];
        return ask switch
        {
            "fact" => c => string.Equals(first.Values[of], c.Text, StringComparison.OrdinalIgnoreCase),
            "value" => c => first.Computes(of, c.Text),
            "true" => c => first.Holds(c.Text),
            "false" => c => !first.Holds(c.Text),
            "sentence" => c => first.Sentence(c.Text)?.Name == of,
            "role" => c => first.Sentence(of)?.Role == Words.Uncap(c.Text.TrimEnd('.')),
            "with role" => c => first.Sentence(c.Text)?.Role == of,
            "order" => c => Rising(c.Texts.Select(t => first.Event(t).Time)),
            "first" => c => first.Event(c.Text).Time == first.Told.Where(m => m.Time > 0).Min(m => m.Time),
            "last" => c => first.Event(c.Text).Time == first.Told.Max(m => m.Time),
            "cause" => c => first.Event(c.Text).Name == first.Move(of).Because,
            "effect" => c => first.Event(c.Text).Because == of,
            "both" => c => first.Holds(c.Text) && readings[1].Holds(c.Text),
            "only first" => c => first.Holds(c.Text) && !readings[1].Tells(c.Text),
            "only second" => c => readings[1].Holds(c.Text) && !first.Tells(c.Text),
            "sum" => c => first.Covers(c.Text, of.Split(' ')),
            "conflict" => Conflict(data.GetProperty("about"), first, readings[1]),
            _ => throw new ProofException($"No question '{ask}' on a plan."),
        };
    }

    /// <summary>An answer names a fact; it is right when both texts tell that fact, and not alike.</summary>
    private static Func<Candidate, bool> Conflict(JsonElement about, Reading a, Reading b) => candidate =>
    {
        var fact = about.GetProperty(candidate.Text).GetString()!;
        return !string.Equals(a.Values[fact], b.Values[fact], StringComparison.OrdinalIgnoreCase);
    };

    private static bool Rising(IEnumerable<int> times)
    {
        var all = times.ToList();
        return all.Zip(all.Skip(1)).All(p => p.First < p.Second);
    }

    private sealed record Told(string Name, string Role, int Time, string Because, Regex Says, Regex Form);

    private sealed class Reading
    {
        private readonly Dictionary<string, List<string>> pools;
        private readonly ConcurrentDictionary<string, Regex> forms;
        private readonly Told[] moves;

        public Reading(JsonElement grammar, ConcurrentDictionary<string, Regex> forms)
        {
            this.forms = forms;
            pools = grammar.GetProperty("facts").EnumerateObject()
                .ToDictionary(f => f.Name, f => f.Value.EnumerateArray().Select(v => v.GetString()!).ToList(), StringComparer.Ordinal);
            moves = [.. grammar.GetProperty("moves").EnumerateArray().Select(m => new Told(
                m.GetProperty("name").GetString()!, m.GetProperty("role").GetString()!, m.GetProperty("time").GetInt32(),
                m.GetProperty("because").GetString()!, Form(m.GetProperty("says").GetString()!), Form(m.GetProperty("form").GetString()!)))];
            foreach (var fact in grammar.GetProperty("shown").EnumerateObject())
            {
                Values[fact.Name] = fact.Value.GetString()!;
            }
            Read(grammar.GetProperty("text").GetString()!);
        }

        public Dictionary<string, string> Values { get; } = new(StringComparer.Ordinal);

        public List<Told> Told { get; } = [];

        public Told Move(string name) => moves.First(m => m.Name == name);

        /// <summary>The one told move whose words these are.</summary>
        public Told? Sentence(string text) => Told.SingleOrDefault(m => Whole(m.Form, text) is not null);

        public Told Event(string text) =>
            moves.SingleOrDefault(m => Whole(m.Says, text) is not null) ?? throw new ProofException($"'{text}' is no event of the plan.");

        public bool Tells(string text) => Told.Contains(Event(text));

        public bool Holds(string text)
        {
            var told = Event(text);
            return Told.Contains(told) && Whole(told.Says, text)!.Groups.Values.Where(g => pools.ContainsKey(g.Name) && Values.ContainsKey(g.Name))
                .All(g => string.Equals(g.Value, Values[g.Name], StringComparison.OrdinalIgnoreCase));
        }

        /// <summary>True when a summary is made of statements that hold, and all of these moves are among them.</summary>
        public bool Covers(string summary, IReadOnlyCollection<string> needed)
        {
            var covered = new List<string>();
            for (var at = 0; at < summary.Length;)
            {
                var found = Told.Select(m => (Move: m, Match: m.Says.Match(summary, at))).FirstOrDefault(f => f.Match.Success && f.Match.Length > 0);
                if (found.Move is null || !Holds(found.Match.Value))
                {
                    return false;
                }
                covered.Add(found.Move.Name);
                at += found.Match.Length + 1;
            }
            return needed.All(covered.Contains);
        }

        public bool Computes(string expression, string answer) =>
            Expression.Evaluate(expression, Telling.Numbers(Values)).Same(Expression.Evaluate(answer, new Dictionary<string, Value>()));

        private void Read(string text)
        {
            for (var at = 0; at < text.Length;)
            {
                var found = moves.Select(m => (Move: m, Match: m.Form.Match(text, at))).Where(f => f.Match.Success && f.Match.Index == at).ToList();
                if (found is not [var (move, match)])
                {
                    throw new ProofException($"At {at} the passage can be read in {found.Count} ways.");
                }
                Told.Add(move);
                foreach (var group in match.Groups.Values.Where(g => pools.ContainsKey(g.Name)))
                {
                    if (Values.TryGetValue(group.Name, out var known) && !string.Equals(known, group.Value, StringComparison.OrdinalIgnoreCase))
                    {
                        throw new ProofException($"The passage contradicts itself about '{group.Name}'.");
                    }
                    Values[group.Name] = group.Value;
                }
                at += match.Length;
                at += at < text.Length && text[at] is ' ' or '\n' ? 1 : 0;
            }
        }

        private Regex Form(string template)
        {
            var pattern = Pattern(template);
            if (forms.TryGetValue(pattern, out var known))
            {
                return known;
            }
            var form = new Regex(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
            if (forms.Count < FormsMax)
            {
                forms.TryAdd(pattern, form);
            }
            return form;
        }

        private string Pattern(string template)
        {
            var (pattern, seen, at) = (new StringBuilder(@"\G"), new HashSet<string>(), 0);
            while (template.IndexOf('<', at) is var open and >= 0 && template.IndexOf('>', open) is var close and > 0)
            {
                var fact = template[(open + 1)..close];
                pattern.Append(Regex.Escape(template[at..open]))
                    .Append(seen.Add(fact) ? $"(?<{fact}>{Pool(fact)})" : $"\\k<{fact}>");
                at = close + 1;
            }
            return pattern.Append(Regex.Escape(template[at..])).Append(@"(?=\s|$)").ToString();
        }

        private string Pool(string fact) => pools[fact].Count == 0 ? "[0-9]+"
            : string.Join('|', pools[fact].OrderByDescending(v => v.Length).Select(Regex.Escape));

        private static Match? Whole(Regex form, string text) => form.Match(text) is { Success: true } match && match.Length == text.Length ? match : null;
    }
}
