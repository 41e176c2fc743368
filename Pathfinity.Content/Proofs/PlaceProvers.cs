using System.Text.Json;

namespace Pathfinity.Content.Proofs;

/// <summary>Walks a grid and sees what stands where the steps end; two places on one spot prove nothing.</summary>
internal sealed class WalkProver() : Prover("walk")
{
    public override bool Accepts(JsonElement data, Candidate candidate, ContentLibrary library)
    {
        var (x, y) = Pair(data.GetProperty("start"));
        foreach (var step in data.GetProperty("steps").EnumerateArray())
        {
            var (dx, dy) = Pair(step);
            (x, y) = (x + dx, y + dy);
        }
        var there = data.GetProperty("places").EnumerateObject().Where(p => Pair(p.Value) == (x, y)).Select(p => p.Name).ToList();
        return there.Count == 1 ? there[0] == candidate.Text : throw new ProofException("The walk does not end at one place.");
    }

    private static (int X, int Y) Pair(JsonElement pair) => (pair[0].GetInt32(), pair[1].GetInt32());
}

/// <summary>A sequence is right when the values of its texts strictly rise or fall.</summary>
internal sealed class SortedProver() : Prover("sorted")
{
    public override bool Accepts(JsonElement data, Candidate candidate, ContentLibrary library)
    {
        var values = data.GetProperty("values");
        var direction = data.GetProperty("rising").GetBoolean() ? 1 : -1;
        var sequence = candidate.Texts
            .Select(t => Expression.Evaluate(values.GetProperty(t).GetString()!, new Dictionary<string, Value>()).Number).ToList();
        return sequence.Zip(sequence.Skip(1)).All(pair => pair.Second.CompareTo(pair.First) * direction > 0);
    }
}

/// <summary>Each prompt of a match is judged by a proof of its own.</summary>
internal sealed class EachProver() : Prover("each")
{
    public override bool Accepts(JsonElement data, Candidate candidate, ContentLibrary library)
    {
        if (data.GetArrayLength() != candidate.Texts.Length)
        {
            throw new ProofException("A match needs a proof for each prompt.");
        }
        for (var i = 0; i < candidate.Texts.Length; i++)
        {
            var prover = Provers.For(data[i].GetProperty("method").GetString()!);
            if (!prover.Accepts(data[i].GetProperty("data"), new Candidate([candidate.Texts[i]], []), library))
            {
                return false;
            }
        }
        return true;
    }
}

/// <summary>Looks inside the frame of an option ("12 cm", "1 day") and judges what stands in it.</summary>
internal sealed class FramedProver() : Prover("framed")
{
    public override bool Accepts(JsonElement data, Candidate candidate, ContentLibrary library) => Open(data, library)(candidate);

    public override Func<Candidate, bool> Open(JsonElement data, ContentLibrary library)
    {
        var frame = data.GetProperty("frame").GetString()!.Replace("{}", "{bare}");
        var one = data.GetProperty("one").GetString()!.Replace("{}", "1");
        var accepts = Provers.For(data.GetProperty("method").GetString()!).Open(data.GetProperty("data"), library);
        return candidate =>
        {
            var bare = candidate.Texts.Select(text => text == one ? "1" : Form.Match(frame, text)?[0].Text ?? "").ToArray();
            return bare.All(text => text.Length > 0) && accepts(new Candidate([.. bare], candidate.Prompts));
        };
    }
}
