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

    private static readonly ImmutableArray<string> BusinessContexts = ["company-office", "bank", "ad-agency"]; // no place for civics or maps

    private static readonly ImmutableArray<string> StageContexts = ["theater", "tv-studio"]; // no place for figures

    private readonly string role;
    private readonly string setting;
    private readonly string purpose;
    private readonly string topic;
    private readonly int form;

    private Desk(Commission c, IReadOnlyDictionary<string, string> row)
    {
        Who = c.Person();
        role = row["role"];
        setting = c.Work!.Setting;
        Paper = row["paper"];
        purpose = row["purpose"];
        topic = Wording.Title(c.Skill.Name);
        form = c.Young ? 3 : c.Rolls.Below(3);
    }

    public Person Who { get; }

    /// <summary>What is written or checked there: "object label".</summary>
    public string Paper { get; }

    /// <summary>"Ana is a curator at the museum and works on an object label for a show about “Map keys”."</summary>
    public Phrase Intro => form switch
    {
        1 => $"{Who.Name}, {Words.A(role)}, works on {Words.A(Paper)} {Wording.Of(purpose)} {Wording.Of(topic)}.",
        2 => $"At {setting}, {Who.Name}, {Words.A(role)}, checks {Words.A(Paper)} {Wording.Of(purpose)} {Wording.Of(topic)}.",
        3 => $"{Who.Name} is {Words.A(role)}. {Who.Subject} works on {Words.A(Paper)} {Wording.Of(purpose)} {Wording.Of(topic)}.",
        _ => $"{Who.Name} is {Words.A(role)} at {setting} and works on {Words.A(Paper)} {Wording.Of(purpose)} {Wording.Of(topic)}.",
    };

    /// <summary>"Ana, a curator,".</summary>
    public Phrase Named => $"{Who.Name}, {Words.A(role)},";

    /// <summary>What leads to a question about figures: "Ana, a curator, checks a number for an object label."</summary>
    public Phrase Figures => form switch
    {
        1 => $"{Who.Name}, {Words.A(role)}, needs this figure for {Words.A(Paper)}.",
        2 => $"At {setting}, {Who.Name} works this out for {Words.A(Paper)}.",
        3 => $"{Who.Name}, {Words.A(role)}, asks some children this.",
        _ => $"{Who.Name}, {Words.A(role)}, checks a figure for {Words.A(Paper)}.",
    };

    /// <summary>What leads to a drawn table: "This table is for an object label that Ana, a curator, works on."</summary>
    public Phrase Shows => form switch
    {
        1 => $"{Who.Name}, {Words.A(role)}, puts this on {Words.A(Paper)}.",
        2 => $"This is part of {Words.A(Paper)} from {setting}.",
        3 => $"{Who.Name} is {Words.A(role)} and shows this.",
        _ => $"{Who.Name}, {Words.A(role)}, reads this for {Words.A(Paper)}.",
    };

    /// <summary>True when somebody in this work context puts facts (or, with data, figures and rules) in order for others.</summary>
    public static bool Suits(WorkContext work, bool data = false) => data
        ? (Contexts.Contains(work.Key) && !StageContexts.Contains(work.Key)) || DataContexts.Contains(work.Key)
        : Contexts.Contains(work.Key);

    /// <summary>As <see cref="Suits(WorkContext, bool)"/> with data, for a skill: businesses put figures of the economy in order, and no others.</summary>
    public static bool Suits(WorkContext work, Skill skill) => Suits(work, data: true) && (IsOfEconomy(skill) || !BusinessContexts.Contains(work.Key));

    private static bool IsOfEconomy(Skill skill) => skill.Id.Split('.')[2] == "B";

    /// <summary>True when the question is set at work and nobody there would ask it; otherwise who does, or null off work.</summary>
    public static bool Missing(Commission c, out Desk? desk, bool data = false)
    {
        desk = c.Work is null ? null : Of(c, data);
        return c.Work is not null && desk is null;
    }

    /// <summary>The question as it stands on the desk's paper.</summary>
    public static Phrase Lead(Desk? desk, Phrase asked) => desk is null ? asked : $"{desk.Shows} {asked}";

    /// <summary>
    /// A desk of the commission's work context, or null where none suits: hard history is for historians, archivists,
    /// journalists and curators alone, and no bank works with figures of the past.
    /// </summary>
    public static Desk? Of(Commission c, bool data = false)
    {
        var facts = c.Library.Table(c.Skill.Id);
        var hard = facts.Any(row => row.ContainsKey("hard"));
        var figures = data;
        data = data && !facts.Any(row => row.ContainsKey("past")) && Suits(c.Work!, c.Skill);
        var rows = c.Library.Table("social-desks")
            .Where(row => row["context"] == c.Work!.Key && c.Work.Documents.Contains(row["paper"]) && c.Work.Roles.Contains(row["role"])
                && (!hard || row.ContainsKey("hard")) && (data || !row.ContainsKey("data")) && !(figures && StageContexts.Contains(row["context"]))
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
