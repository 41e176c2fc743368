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
    private readonly string name;
    private readonly int form;

    private Desk(Commission c, IReadOnlyDictionary<string, string> row)
    {
        Who = c.Person();
        role = row["role"];
        setting = c.Work!.Setting;
        Paper = row["paper"];
        purpose = row["purpose"];
        name = c.Skill.Name;
        topic = Wording.Topic(name);
        form = c.Young ? 0 : c.Rolls.Below(3);
    }

    public Person Who { get; }

    /// <summary>What is written or checked there: "object label".</summary>
    public string Paper { get; }

    /// <summary>"Ana is a curator at the museum and works on an object label for a show about map keys."</summary>
    public Phrase Intro => form switch
    {
        1 => $"{Words.Cap(Words.A(Paper))} at {setting} has the title “{Wording.Of(name)}.” {Who.Name}, {Words.A(role)}, goes over it once more.",
        2 => $"Before {Words.A(Paper)} leaves {setting}, {Who.Name}, {Words.A(role)}, checks it. Its subject: {Wording.Of(name)}.",
        _ => $"{Who.Name} is {Words.A(role)} at {setting} and works on {Words.A(Paper)} {Wording.Of(purpose)} {Wording.Of(topic)}.",
    };

    /// <summary>True when somebody in this work context puts facts (or, with data, figures and rules) in order for others.</summary>
    public static bool Suits(WorkContext work, bool data = false) => Contexts.Contains(work.Key) || (data && DataContexts.Contains(work.Key));

    /// <summary>
    /// A desk of the commission's work context, or null where none suits: hard history is for historians, archivists,
    /// journalists and curators alone, and no bank works with figures of the past.
    /// </summary>
    public static Desk? Of(Commission c, bool data = false)
    {
        var facts = c.Library.Table(c.Skill.Id);
        var hard = facts.Any(row => row.ContainsKey("hard"));
        data = data && !facts.Any(row => row.ContainsKey("past"));
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
