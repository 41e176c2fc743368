namespace Pathfinity.Content.Ela;

/// <summary>Keeps the look of the options from giving the answer away.</summary>
internal static class Cues
{
    private const double RefusedShare = 0.85; // brings the share of longest keys in hand-made lines down to chance

    /// <summary>True when the key is the longest option and this draw should therefore be refused; often enough, not always.</summary>
    public static bool LengthTells(Commission c, string key, IEnumerable<string> wrongs) =>
        wrongs.All(wrong => wrong.Length < key.Length) && c.Rolls.Chance(RefusedShare);
}
