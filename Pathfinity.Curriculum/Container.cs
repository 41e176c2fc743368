namespace Pathfinity.Curriculum;

/// <summary>The three parts of a day's journey, in their order.</summary>
public enum Container : byte
{
    Learn,
    Experience,
    Discover,
}

/// <summary>How a question is answered.</summary>
public enum QuestionKind : byte
{
    Choice,
    Multi,
    Numeric,
    Text,
    Order,
    Match,
}

/// <summary>What a question asks of a student's thinking.</summary>
public enum Demand : byte
{
    Recall,
    Apply,
    Reason,
}

/// <summary>The names of these values in files and SQL.</summary>
public static class Keys
{
    /// <summary>learn, experience or discover.</summary>
    public static string Key(this Container container) => container switch
    {
        Container.Learn => "learn",
        Container.Experience => "experience",
        Container.Discover => "discover",
        _ => throw new ArgumentOutOfRangeException(nameof(container), container, "Not a container."),
    };

    /// <summary>choice, multi, numeric, text, order or match.</summary>
    public static string Key(this QuestionKind kind) => kind switch
    {
        QuestionKind.Choice => "choice",
        QuestionKind.Multi => "multi",
        QuestionKind.Numeric => "numeric",
        QuestionKind.Text => "text",
        QuestionKind.Order => "order",
        QuestionKind.Match => "match",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of question."),
    };

    /// <summary>recall, apply or reason.</summary>
    public static string Key(this Demand demand) => demand switch
    {
        Demand.Recall => "recall",
        Demand.Apply => "apply",
        Demand.Reason => "reason",
        _ => throw new ArgumentOutOfRangeException(nameof(demand), demand, "Not a demand."),
    };
}
