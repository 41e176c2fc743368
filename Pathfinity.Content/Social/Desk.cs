using System.Collections.Immutable;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.SocialStudies;

/// <summary>
/// Somebody whose work is to put facts in order for others: a librarian with a poster, a curator with a label. Only
/// such desks carry lists, statements and steps of social studies; a bakery does not.
/// </summary>
internal sealed class Desk
{
    private static readonly ImmutableArray<string> Contexts =
        ["preschool", "school", "library", "theater", "newsroom", "museum", "town-hall", "tv-studio"];

    private static readonly ImmutableArray<string> DataContexts =
        ["community-center", "company-office", "bank", "ad-agency"];

    private readonly string role;
    private readonly string setting;
    private readonly string purpose;
    private readonly string topic;

    private Desk(Commission c, IReadOnlyDictionary<string, string> row)
    {
        Who = c.Person();
        role = row["role"];
        setting = c.Work!.Setting;
        Paper = row["paper"];
        purpose = row["purpose"];
        topic = Wording.Topic(c.Skill.Name);
    }

    public Person Who { get; }

    /// <summary>What is written or checked there: "object label".</summary>
    public string Paper { get; }

    /// <summary>"Ana is a curator at the museum and writes an object label for a show about map keys."</summary>
    public Phrase Intro =>
        $"{Who.Name} is {Words.A(role)} at {setting} and works on {Words.A(Paper)} {Wording.Of(purpose)} {Wording.Of(topic)}.";

    /// <summary>True when somebody in this work context puts facts (or, with data, figures and rules) in order for others.</summary>
    public static bool Suits(WorkContext work, bool data = false) => Contexts.Contains(work.Key) || (data && DataContexts.Contains(work.Key));

    /// <summary>
    /// A desk of the commission's work context, or null where none suits: hard history is for historians, archivists,
    /// journalists and curators alone.
    /// </summary>
    public static Desk? Of(Commission c, bool hard, bool data = false)
    {
        var rows = c.Library.Table("social-desks")
            .Where(row => row["context"] == c.Work!.Key && c.Work.Documents.Contains(row["paper"]) && c.Work.Roles.Contains(row["role"])
                && (!hard || row.ContainsKey("hard")) && (data || !row.ContainsKey("data"))
                && (!row.TryGetValue("upto", out var last) || c.Grade <= Grade.Parse(last)))
            .ToImmutableArray();
        if (rows.IsEmpty)
        {
            return null;
        }
        c.Use(WorkUse.Document);
        return new Desk(c, c.Rolls.Pick(rows));
    }
}
