namespace Pathfinity.Curriculum.Tests;

/// <summary>A small curriculum without fault, as texts in which a test changes one thing.</summary>
internal static class Sound
{
    public const string Skills = """
        subject: math
        strand: counting
        title: Counting
        source: own work
        skills:
          - id: math.K.A.1
            name: Count to ten
            description: Counts up to ten things, one number for each.
            standards: [K.CC.B.4]
            facets: [count in a line, count in a ring]
          - id: math.1.A.1
            name: Count to fifty
            description: Counts up to fifty things in tens and ones.
            facets: [tens, ones]
            requires: [math.K.A.1]
          - id: math.1.AA.1
            name: Skip
            description: Counts by twos.
            facets: [forward, back]
            builds_on: [math.1.B.10]
          - id: math.1.B.10
            name: Ten more
            description: Says ten more.
            facets: [more, less]
          - id: math.1.B.9
            name: One more
            description: Says one more.
            facets: [more, less]
        """;

    public const string Work = """
        source: own work
        clusters:
          - { key: food, title: Food }
        contexts:
          - key: bakery
            setting: the bakery
            cluster: food
            min_grade: PK
            roles: [baker]
            objects:
              - { singular: roll, plural: rolls, container: tray, capacity: 12, low: 1, high: 9 }
        careers:
          - id: baker
            name: Baker
            soc: 51-3011.00
            soc_title: Bakers
            cluster: food
            riasec: RC
            education: none
            min_grade: PK
            contexts: [bakery]
            does: A baker bakes bread.
        """;

    public static CurriculumSet Load(string skills = Skills, string work = Work) =>
        CurriculumLoader.Load([("skills.yaml", skills), ("work.yaml", work)]);

    /// <summary>What the loader says after one text, which must occur, is replaced in either file.</summary>
    public static string Complaint(string text, string replacement)
    {
        Assert.Contains(text, Skills + Work, StringComparison.Ordinal);
        return Assert.Throws<CurriculumException>(() => Load(
            Skills.Replace(text, replacement, StringComparison.Ordinal),
            Work.Replace(text, replacement, StringComparison.Ordinal))).Message;
    }
}
