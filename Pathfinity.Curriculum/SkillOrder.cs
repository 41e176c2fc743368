using System.Globalization;

namespace Pathfinity.Curriculum;

/// <summary>The canonical place of a skill: subject, grade, cluster (shorter first, then letters), number.</summary>
internal readonly record struct SkillOrder(Subject Subject, Grade Grade, string Cluster, int Number)
    : IComparable<SkillOrder>
{
    public static SkillOrder Of(Skill skill)
    {
        var parts = skill.Id.Split('.');
        return new SkillOrder(skill.Subject, skill.Grade, parts[2], int.Parse(parts[3], CultureInfo.InvariantCulture));
    }

    public int CompareTo(SkillOrder other)
    {
        var order = Subject.CompareTo(other.Subject);
        order = order != 0 ? order : Grade.CompareTo(other.Grade);
        order = order != 0 ? order : Cluster.Length.CompareTo(other.Cluster.Length);
        order = order != 0 ? order : string.CompareOrdinal(Cluster, other.Cluster);
        return order != 0 ? order : Number.CompareTo(other.Number);
    }
}
