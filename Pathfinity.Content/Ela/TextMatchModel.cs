using System.Collections.Immutable;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Ela;

/// <summary>Several questions on one planned text, to be matched with their answers.</summary>
internal sealed class TextMatchModel() : ItemModel("ela.text-match")
{
    private const int PairsMin = 3;
    private const int PairsMax = 4;

    public override Draft? Write(Commission c)
    {
        var tags = c.Params.List("tags", []);
        var texts = c.Params.List("bank").SelectMany(key => PlannedText.Of(Banks.Get(key)))
            .Where(text => Questions(text, tags).Count() >= PairsMin).ToList();
        if (texts.Count == 0)
        {
            return null;
        }
        var text = c.Rolls.Pick(texts);
        var slots = new Slots(c);
        var told = text.Tell(c, slots);
        var pairs = c.Rolls.Shuffle([.. Questions(text, tags)])
            .Select(question => (Ask: slots.Text(question.Stem), Answer: TextModel.Answer(slots, text, told, question), question.Wrongs))
            .DistinctBy(pair => pair.Ask).DistinctBy(pair => pair.Answer.Key.ToUpperInvariant()).Take(c.Young ? PairsMin : PairsMax).ToList();
        if (pairs.Count < PairsMin)
        {
            return null;
        }
        ImmutableArray<string> key = [.. pairs.Select(pair => pair.Answer.Key)];
        Phrase stem = c.Say($"Match each question with its answer.", $"Which answer belongs to which question?", $"Find the answer to each question.");
        return new Draft
        {
            Kind = QuestionKind.Match,
            Stem = $"{told}\n\n{stem}",
            Prompts = [.. pairs.Select(pair => pair.Ask)],
            Key = key,
            Demand = Demand.Apply,
            Hint = c.Young ? "Read one question. Look for the words that tell it." : "Take one question at a time, and go back to the text for each.",
            Rationale = string.Join(" ", pairs.Select(pair => $"{pair.Ask} {pair.Answer.Key.TrimEnd('.')}.")),
            Proof = Proof.Each(pairs.Select(pair => pair.Answer.Proof)),
        }.Wrong("ela.other-detail", key.SetItem(0, key[1]).SetItem(1, key[0]), "Two of the answers are swapped.");
    }

    private static IEnumerable<TextQuestion> Questions(PlannedText text, ImmutableArray<string> tags) =>
        text.Questions.Where(q => !q.IsOrder && q.Tag is not ("off" or "not") && (tags.IsEmpty || tags.Contains(q.Tag)));
}
