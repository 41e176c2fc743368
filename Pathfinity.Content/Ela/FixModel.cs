using System.Buffers;
using System.Collections.Immutable;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Ela;

/// <summary>
/// Lines with one place that can be right or wrong, "The dog wagged [its|it’s|its’] tail.": choose the form, the right
/// version, the line with a mistake, the line without one or all of these, or the correction that a line needs; or write
/// the form that fits.
/// </summary>
internal sealed class FixModel(string mode) : ItemModel($"ela.fix-{mode}")
{
    private static readonly SearchValues<char> Typed = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ -");

    public override bool Works => mode is not ("all" or "write");

    public override Draft? Write(Commission c)
    {
        var bank = Banks.Get(c.Params.Text("bank"));
        var labels = c.Params.List("labels", [.. bank.Groups.Select(g => g.Label)]);
        var all = bank.Groups.Where(g => labels.Contains(g.Label)).SelectMany(g => g.Lines.Select(l => new Place(l, g))).ToList();
        var fit = c.Work is null ? all : all.Where(p => p.Line.Works).ToList();
        var places = c.Rolls.Shuffle(fit.Count >= 4 ? fit : all);
        var slots = new Slots(c);
        return mode switch
        {
            "choose" => Choose(c, bank, places[0], slots),
            "version" => Versions(c, bank, places[0], slots),
            "error" => places.Length < 4 ? null : Error(c, bank, [.. places.Take(4)], slots),
            "right" => places.Length < 4 ? null : Right(c, bank, [.. places.Take(4)], slots),
            "all" => places.Length < 4 ? null : All(c, bank, [.. places.Take(4)], slots),
            "write" => Written(c, bank, places[0], slots),
            _ => Edit(c, bank, places[0], slots),
        };
    }

    private static Draft? Choose(Commission c, Bank bank, Place place, Slots slots)
    {
        if (place.Wrongs.Length < Least(c) || place.Forms.Any(f => f.Length == 0))
        {
            return null;
        }
        var text = slots.Fill(place.With("_____"));
        var ask = c.Rolls.Pick(bank.Wordings("choose", "What fits in the blank?", "Which choice completes the sentence?"));
        return Wrongs(place, slots, f => slots.Text(f), Drafted(c, bank, place, slots,
            Stems.Quoting(c, slots, bank, text, slots.Fill(ask)), slots.Text(place.Forms[0]), Demand.Apply));
    }

    private static Draft? Versions(Commission c, Bank bank, Place place, Slots slots)
    {
        if (place.Wrongs.Length < Least(c))
        {
            return null;
        }
        var ask = c.Rolls.Pick(bank.Wordings("version", "Which sentence is written correctly?", "Which one is correct?", "Choose the correct sentence."));
        return Wrongs(place, slots, f => slots.Text(place.With(f)), Drafted(c, bank, place, slots,
            Stems.AtWork(c, slots, slots.Fill(ask)), slots.Text(place.With(place.Forms[0])), Demand.Apply));
    }

    private static Draft Error(Commission c, Bank bank, ImmutableArray<Place> places, Slots slots)
    {
        var (bad, rest) = (places[0], places.Skip(1).Take(c.Young ? 2 : 3));
        var wrong = c.Rolls.Pick(bad.Wrongs);
        var ask = c.Rolls.Pick(bank.Wordings("error", "Which sentence has a mistake?", "Find the sentence that must be corrected.", "One of these is not correct. Which one?"));
        var draft = Drafted(c, bank, bad, slots, Stems.AtWork(c, slots, slots.Fill(ask)),
            slots.Text(bad.With(wrong.Form)), Demand.Reason, others: rest, broken: wrong.Form);
        foreach (var other in rest)
        {
            draft.Wrong("ela.flags-correct", slots.Text(other.With(other.Forms[0])), $"This one is correct. {other.Group.Why}");
        }
        return draft;
    }

    private static Draft Right(Commission c, Bank bank, ImmutableArray<Place> places, Slots slots)
    {
        var (good, rest) = (places[0], places.Skip(1).Take(c.Young ? 2 : 3).ToList());
        var ask = c.Rolls.Pick(bank.Wordings("right", "Which sentence has no mistake?", "Only one of these is correct. Which one?", "Find the sentence that needs no correction."));
        var broken = rest.Select(place => (Place: place, Wrong: c.Rolls.Pick(place.Wrongs))).ToList();
        var rows = broken.Select(b => new { name = slots.Text(b.Place.With(b.Wrong.Form)), form = b.Wrong.Form, right = b.Place.Forms[0] })
            .Append(new { name = slots.Text(good.With(good.Forms[0])), form = good.Forms[0], right = good.Forms[0] });
        var draft = Drafted(c, bank, good, slots, Stems.AtWork(c, slots, slots.Fill(ask)),
            slots.Text(good.With(good.Forms[0])), Demand.Reason, proof: Proof.Rows(rows, "form = right"));
        foreach (var (place, wrong) in broken)
        {
            draft.Wrong(wrong.Bug, slots.Text(place.With(wrong.Form)), $"{Right(place, slots, "is needed here")} {place.Group.Why}");
        }
        return draft;
    }

    private static Draft? Edit(Commission c, Bank bank, Place place, Slots slots)
    {
        if (place.Wrongs.Length < 2 || place.Forms.Any(f => !Quotable(f) || f.Trim(',', ';', ':', '.', '—').Length == 0))
        {
            return null;
        }
        var needed = !c.Rolls.Chance(0.2);
        var shown = needed ? c.Rolls.Pick(place.Wrongs).Form : place.Forms[0];
        var text = slots.Fill(place.With(shown));
        var quoted = slots.Text(shown);
        var ask = c.Rolls.Pick(bank.Wordings("edit", "What should be done with “{form}”?", "How should “{form}” be edited?", "Which edit does “{form}” need?"));
        var draft = Drafted(c, bank, place, slots, Stems.Quoting(c, slots, bank, text, slots.Fill(ask.Replace("{form}", quoted))),
            needed ? Change(slots.Text(place.Forms[0])) : Keep, Demand.Reason, keep: !needed);
        foreach (var (form, bug) in place.Wrongs.Where(w => w.Form != shown).Take(needed ? 2 : 3))
        {
            draft.Wrong(bug, Change(slots.Text(form)), Reason(place, slots));
        }
        return needed ? draft.Wrong("ela.overlooks-mistake", Keep, Reason(place, slots)) : draft;
    }

    private static Draft All(Commission c, Bank bank, ImmutableArray<Place> places, Slots slots)
    {
        var (good, rest) = (places.Take(2).ToList(), places.Skip(2).Take(c.Young ? 1 : 2));
        string[] asks = ["Which of these are correct? Choose all of them.", "More than one of these has no mistake. Find all of those.", "Read each line. Choose all that need no correction."];
        var ask = bank.Settings.ContainsKey("right") && !c.Rolls.Chance(0.3) ? Stems.OfAll(c, bank.Wordings("right"), asks[0]) : c.Rolls.Pick(asks);
        var broken = rest.Select(place => (Place: place, Wrong: c.Rolls.Pick(place.Wrongs))).ToList();
        var draft = new Draft
        {
            Kind = QuestionKind.Multi,
            Stem = slots.Fill(ask),
            Key = [.. good.Select(g => slots.Text(g.With(g.Forms[0])))],
            Demand = Demand.Reason,
            Hint = bank.Text("hint", "Take the lines one by one, and test the rule of this lesson on each."),
            Rationale = string.Join(" ", broken.Select(b => b.Place.Whole ? b.Place.Group.Why : $"{Instead(b.Place, slots, b.Wrong.Form)} {b.Place.Group.Why}").Distinct()),
            Proof = Proof.Rows(broken.Select(b => new { name = slots.Text(b.Place.With(b.Wrong.Form)), form = b.Wrong.Form, right = b.Place.Forms[0] })
                .Concat(good.Select(g => new { name = slots.Text(g.With(g.Forms[0])), form = g.Forms[0], right = g.Forms[0] })), "form = right"),
        };
        foreach (var (place, wrong) in broken)
        {
            draft.Wrong(wrong.Bug, slots.Text(place.With(wrong.Form)), Reason(place, slots));
        }
        return draft;
    }

    /// <summary>The forms stand in the question, so that one of them is the answer and not another word that would fit.</summary>
    private static Draft? Written(Commission c, Bank bank, Place place, Slots slots)
    {
        var forms = place.Forms.Select(slots.Text).Take(c.Young ? 2 : 3).ToImmutableArray();
        if (place.Whole || forms.Length < 2 || forms.Any(f => f.Length == 0 || f.AsSpan().ContainsAnyExcept(Typed))
            || forms.Distinct(StringComparer.OrdinalIgnoreCase).Count() < forms.Length)
        {
            return null;
        }
        var shown = Words.List([.. c.Rolls.Shuffle(forms)], "or");
        Phrase ask = c.Say(
            $"Write the one that fits: {shown}.", $"Which is right here, {shown}? Write it.",
            $"Fill the blank with {shown}.");
        if (bank.Text("write", "") is { Length: > 0 } use)
        {
            ask = $"{slots.Fill(use)} {ask}";
        }
        var draft = Drafted(c, bank, place, slots, Stems.Quoting(c, slots, bank, slots.Fill(place.With("_____")), ask), forms[0], Demand.Apply, kind: QuestionKind.Text);
        for (var i = 1; i < forms.Length; i++)
        {
            draft.Wrong(place.Wrongs[i - 1].Bug, forms[i], Reason(place, slots));
        }
        return draft;
    }

    private const string Keep = "Leave it as it is.";

    private static string Change(string form) => $"Change it to “{form}”.";

    private static int Least(Commission c) => c.Grade.Ordinal <= 2 ? 1 : 2;

    private static string Reason(Place place, Slots slots) => place.Whole ? place.Group.Why : $"{Right(place, slots, "is right here")} {place.Group.Why}";

    /// <summary>The right form in quotation marks; the whole line where the form is nothing or has such marks itself.</summary>
    private static string Right(Place place, Slots slots, string verb) => Quotable(place.Forms[0])
        ? $"“{slots.Text(place.Forms[0])}” {verb}."
        : $"Right: {slots.Text(place.With(place.Forms[0]))}";

    private static string Instead(Place place, Slots slots, string broken) => Quotable(broken) && Quotable(place.Forms[0])
        ? $"“{slots.Text(broken)}” should be “{slots.Text(place.Forms[0])}”."
        : Right(place, slots, "is right");

    private static bool Quotable(string form) => form.Trim().Length > 0 && !form.AsSpan().ContainsAny('“', '”');

    private static Draft Wrongs(Place place, Slots slots, Func<string, string> show, Draft draft)
    {
        foreach (var (form, bug) in place.Wrongs)
        {
            draft.Maybe(bug, show(form), Reason(place, slots));
        }
        return draft;
    }

    private static Draft Drafted(Commission c, Bank bank, Place place, Slots slots, Phrase stem, string key, Demand demand,
        IEnumerable<Place>? others = null, string? broken = null, bool keep = false, Proof? proof = null,
        QuestionKind kind = QuestionKind.Choice)
    {
        return new Draft
        {
            Kind = kind,
            Stem = stem,
            Key = [key],
            Demand = demand,
            Hint = bank.Text("hint", "Read each choice in its sentence. Ask what the rule of this lesson says."),
            Rationale = broken is not null ? $"{Instead(place, slots, broken)} {place.Group.Why}"
                : place.Whole && !keep ? place.Group.Why
                : $"{Right(place, slots, keep ? "is already right" : "is right")} {place.Group.Why}",
            Proof = proof ?? Evidence(place, slots, key, others, broken),
        };
    }

    private static Proof Evidence(Place place, Slots slots, string key, IEnumerable<Place>? others, string? broken) =>
        others is null
            ? Proof.Rows(place.Forms.SelectMany(f => new[] { slots.Text(f), slots.Text(place.With(f)), Change(slots.Text(f)) }
                .Select(name => new { name, form = f, right = place.Forms[0] })).Append(new { name = Keep, form = key, right = Keep }), "form = right")
            : Proof.Rows(others.Select(o => new { name = slots.Text(o.With(o.Forms[0])), form = o.Forms[0], right = o.Forms[0] })
                .Append(new { name = key, form = broken!, right = place.Forms[0] }), "form != right");

    /// <summary>A line of the bank taken apart at its brackets.</summary>
    private sealed class Place
    {
        private readonly string head;
        private readonly string tail;

        public Place(BankLine line, BankGroup group)
        {
            (Line, Group) = (line, group);
            var (open, close) = (line.Text.IndexOf('['), line.Text.LastIndexOf(']'));
            if (open < 0 || close < open)
            {
                throw new ContentException($"The line '{line.Text}' has no place in brackets.");
            }
            (head, tail) = (line.Text[..open], line.Text[(close + 1)..]);
            var forms = line.Text[(open + 1)..close].Split('|').Select(f => f.Split('~')).ToList();
            Forms = [.. forms.Select(f => f[0])];
            Wrongs = [.. forms.Skip(1).Select(f => (f[0], f.Length > 1 ? "ela." + f[1] : group.Bug))];
        }

        public BankLine Line { get; }

        public BankGroup Group { get; }

        /// <summary>The right form first.</summary>
        public ImmutableArray<string> Forms { get; }

        public ImmutableArray<(string Form, string Bug)> Wrongs { get; }

        /// <summary>True where the forms are whole sentences.</summary>
        public bool Whole => head.Length + tail.Length < 2;

        /// <summary>The line with a form in its place; a comma never stands after a blank.</summary>
        public string With(string form) => (head + form + tail).Replace(" ,", ",", StringComparison.Ordinal);
    }
}
