namespace Pathfinity.Curriculum;

/// <summary>The four subjects, in the order in which tables and files list them.</summary>
public enum Subject : byte
{
    Math,
    Ela,
    Science,
    SocialStudies,
}

/// <summary>The names by which files, SQL and people know a subject.</summary>
public static class Subjects
{
    public static readonly IReadOnlyList<Subject> All =
        [Subject.Math, Subject.Ela, Subject.Science, Subject.SocialStudies];

    /// <summary>The key in data files, identifiers and SQL: math, ela, science, social.</summary>
    public static string Key(this Subject subject) => subject switch
    {
        Subject.Math => "math",
        Subject.Ela => "ela",
        Subject.Science => "science",
        Subject.SocialStudies => "social",
        _ => throw new ArgumentOutOfRangeException(nameof(subject), subject, "Not a subject."),
    };

    /// <summary>The name that people read.</summary>
    public static string Title(this Subject subject) => subject switch
    {
        Subject.Math => "Math",
        Subject.Ela => "ELA",
        Subject.Science => "Science",
        Subject.SocialStudies => "Social Studies",
        _ => throw new ArgumentOutOfRangeException(nameof(subject), subject, "Not a subject."),
    };

    /// <exception cref="FormatException">The text is no subject's key.</exception>
    public static Subject Parse(string key) => key switch
    {
        "math" => Subject.Math,
        "ela" => Subject.Ela,
        "science" => Subject.Science,
        "social" => Subject.SocialStudies,
        _ => throw new FormatException($"'{key}' is no subject: write math, ela, science or social."),
    };
}
