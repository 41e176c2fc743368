using System.Text.Json;
using Pathfinity.Content.Proofs;

namespace Pathfinity.Content.Ela;

/// <summary>
/// Judges answers by annotated quotations, each of which must stand in the text word for word: an answer is right when
/// its own quotation is found there and it is what is wanted (or bears the statement out); an order, when its quotations
/// stand there one after the other.
/// </summary>
internal sealed class CitedProver() : Prover("cited")
{
    public override bool Accepts(JsonElement data, Candidate candidate, ContentLibrary library)
    {
        var text = data.GetProperty("text").GetString()!;
        if (data.TryGetProperty("order", out _))
        {
            var places = candidate.Texts.Select(quote => Plain(text).IndexOf(Plain(quote.Trim('“', '”')), StringComparison.Ordinal)).ToList();
            return places.All(place => place >= 0) && places.SequenceEqual(places.Order());
        }
        var quotes = data.GetProperty("quotes");
        if (data.TryGetProperty("wanted", out var wanted))
        {
            var quote = quotes.GetProperty(wanted.GetString()!).GetString()!;
            return text.Contains(quote, StringComparison.Ordinal)
                ? candidate.Text == wanted.GetString() && Spoken(text, candidate.Text)
                : throw new ProofException("The text does not say the words on which the key rests.");
        }
        return Spoken(text, candidate.Text)
            ? quotes.TryGetProperty(candidate.Text, out var shows) && shows.GetString() == data.GetProperty("statement").GetString()
            : throw new ProofException($"The text does not say {candidate.Text}.");
    }

    /// <summary>A quotation must stand in the text; what is no quotation need not.</summary>
    private static bool Spoken(string text, string answer) =>
        answer[0] != '“' || answer[^1] != '”' || Plain(text).Contains(Plain(answer.Trim('“', '”')), StringComparison.Ordinal);

    /// <summary>All quotation marks alike: those within a quotation are single ones.</summary>
    private static string Plain(string text) => text.Replace('“', '‘').Replace('”', '’');
}

/// <summary>Sounds out the words at the ends of lines and letters them by their rhymes.</summary>
internal sealed class VerseProver() : Prover("verse")
{
    public override bool Accepts(JsonElement data, Candidate candidate, ContentLibrary library)
    {
        var rimes = data.GetProperty("ends").EnumerateArray().Select(e => Decoder.Decode(e.GetString()!).LastRime).ToList();
        var letters = rimes.Select(r => (char)('A' + rimes.Distinct().ToList().IndexOf(r)));
        return candidate.Text == new string([.. letters]);
    }
}
