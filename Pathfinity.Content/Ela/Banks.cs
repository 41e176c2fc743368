using System.Collections.Immutable;
using System.Reflection;

namespace Pathfinity.Content.Ela;

/// <summary>
/// Reads the bank files that are built in. <c>@key bug</c> opens a bank, <c>name: text</c> sets a wording (of the
/// group it stands in, or of the bank before the first group), <c>[label] meaning</c> opens a group (<c>~bug</c> after
/// the label names its bug), any other line is a line.
/// </summary>
internal static class Banks
{
    private static readonly Lazy<ImmutableDictionary<string, Bank>> Loaded = new(() => Parse(Resources()));

    public static IEnumerable<Bank> All => Loaded.Value.Values.OrderBy(bank => bank.Key, StringComparer.Ordinal);

    /// <exception cref="ContentException">No bank has this key.</exception>
    public static Bank Get(string key) => Loaded.Value.TryGetValue(key, out var bank)
        ? bank
        : throw new ContentException($"No bank '{key}'.");

    public static ImmutableDictionary<string, Bank> Parse(IEnumerable<string> texts)
    {
        var banks = ImmutableDictionary.CreateBuilder<string, Bank>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            foreach (var bank in new Reader().Read(text))
            {
                if (!banks.TryAdd(bank.Key, bank))
                {
                    throw new ContentException($"The bank '{bank.Key}' stands in the data files twice.");
                }
            }
        }
        return banks.ToImmutable();
    }

    private static IEnumerable<string> Resources()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".bank", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return reader.ReadToEnd();
        }
    }

    private sealed class Reader
    {
        private static readonly string[] Names =
            ["ask", "label", "find", "odd", "match", "choose", "version", "error", "right", "edit", "write", "hint", "lead", "blank", "order", "next", "last", "mix"];

        private readonly List<Bank> banks = [];
        private readonly List<BankGroup> groups = [];
        private readonly List<BankLine> lines = [];
        private Dictionary<string, ImmutableArray<string>> settings = new(StringComparer.Ordinal);
        private (string Key, string Bug) bank;
        private (string Label, string Why, string Bug) group;

        public IEnumerable<Bank> Read(string text)
        {
            foreach (var line in text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#'))
            {
                Take(line);
            }
            CloseBank();
            return banks;
        }

        private void Take(string line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line[0] == '@')
            {
                CloseBank();
                var words = line[1..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
                bank = (words[0], words[1]);
            }
            else if (line[0] == '[' && line.IndexOf(']', StringComparison.Ordinal) is var end && !line[..end].Contains('|') && group.Label != "")
            {
                CloseGroup();
                var rest = line[(end + 1)..].Trim();
                var bug = rest.StartsWith('~') ? rest[1..].Split(' ')[0] : bank.Bug;
                group = (line[1..end], rest.StartsWith('~') ? rest[(bug.Length + 1)..].Trim() : rest, bug);
            }
            else if (colon > 0 && Names.Contains(line[..colon]))
            {
                var name = group.Label is null ? line[..colon] : Bank.Of(line[..colon], group.Label);
                settings[name] = settings.GetValueOrDefault(name, []).Add(line[(colon + 1)..].Trim());
            }
            else
            {
                lines.Add(new BankLine(group.Label ?? "", [.. line.Split(" // ").Select(f => f.Trim())]));
            }
        }

        private void CloseGroup()
        {
            if (lines.Count > 0)
            {
                groups.Add(new BankGroup(group.Label ?? "", group.Why ?? "", group.Bug ?? bank.Bug, [.. lines]));
                lines.Clear();
            }
            group = default;
        }

        private void CloseBank()
        {
            CloseGroup();
            if (bank.Key is not null)
            {
                banks.Add(new Bank(bank.Key, bank.Bug, [.. groups], settings));
                groups.Clear();
                settings = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
            }
            bank = default;
        }
    }
}
