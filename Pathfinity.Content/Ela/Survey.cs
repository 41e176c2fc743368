using System.Globalization;
using System.Text.RegularExpressions;

namespace Pathfinity.Content.Ela;

/// <summary>Why a sentence carries a claim or does not.</summary>
internal enum Bearing
{
    Supports,
    OtherPeople,
    TooOld,
    TooFew,
    OtherQuestion,
    Opposes,
    OffTopic,
}

/// <summary>A sentence that reports who was asked, when, how many, and what they said; it can be read back.</summary>
internal sealed partial record Survey(string When, int Yes, int Asked, string Who, bool Against, string What)
{
    private const int EnoughAsked = 20; // fewer answers than this carry no claim about a whole group

    public string Tell(int wording) => Against
        ? $"In a survey {When}, {Yes} of {Asked} {Who} said that they do not need {What}."
        : wording switch
        {
            0 => $"A survey {When} reached {Asked} {Who}; {Yes} of them asked for {What}.",
            1 => $"Of {Asked} {Who} who were asked {When}, {Yes} wanted {What}.",
            _ => $"An interviewer spoke {When} with {Asked} {Who}, and {Yes} would like {What}.",
        };

    /// <summary>Reads a sentence back; null when it reports no survey.</summary>
    public static Survey? Read(string text)
    {
        foreach (var form in (Regex[])[Asks(), Wants(), Likes(), Refuses()])
        {
            if (form.Match(text) is { Success: true } m)
            {
                return new Survey(m.Groups["when"].Value,
                    int.Parse(m.Groups["yes"].Value, CultureInfo.InvariantCulture),
                    int.Parse(m.Groups["asked"].Value, CultureInfo.InvariantCulture), m.Groups["who"].Value,
                    text.Contains("do not need", StringComparison.Ordinal), m.Groups["what"].Value);
            }
        }
        return null;
    }

    /// <summary>How a sentence bears on the claim that these people want this now.</summary>
    public static Bearing Judge(string text, string who, string what)
    {
        if (Read(text) is not { } survey)
        {
            return Bearing.OffTopic;
        }
        return survey.What != what ? Bearing.OtherQuestion
            : survey.Against ? Bearing.Opposes
            : survey.Who != who ? Bearing.OtherPeople
            : survey.When.Any(char.IsAsciiDigit) ? Bearing.TooOld
            : survey.Asked < EnoughAsked ? Bearing.TooFew
            : Bearing.Supports;
    }

    [GeneratedRegex(@"^A survey (?<when>this month|in \d+) reached (?<asked>\d+) (?<who>.+); (?<yes>\d+) of them asked for (?<what>.+)\.$")]
    private static partial Regex Asks();

    [GeneratedRegex(@"^Of (?<asked>\d+) (?<who>.+) who were asked (?<when>this month|in \d+), (?<yes>\d+) wanted (?<what>.+)\.$")]
    private static partial Regex Wants();

    [GeneratedRegex(@"^An interviewer spoke (?<when>this month|in \d+) with (?<asked>\d+) (?<who>.+), and (?<yes>\d+) would like (?<what>.+)\.$")]
    private static partial Regex Likes();

    [GeneratedRegex(@"^In a survey (?<when>this month|in \d+), (?<yes>\d+) of (?<asked>\d+) (?<who>.+) said that they do not need (?<what>.+)\.$")]
    private static partial Regex Refuses();
}
