using System.Collections.Immutable;
using System.Reflection;
using Pathfinity.Curriculum;

namespace Pathfinity.Content.Ela;

/// <summary>Reads the plan files that are built in; docs/content-ela.md describes their lines.</summary>
internal static class Plans
{
    private static readonly Lazy<ImmutableArray<Plan>> Loaded = new(() =>
        [.. Resources().SelectMany(Parse).OrderBy(p => p.Key, StringComparer.Ordinal)]);

    public static ImmutableArray<Plan> All => Loaded.Value;

    /// <exception cref="ContentException">A line cannot be read, or a telling names a move that is not there.</exception>
    public static IEnumerable<Plan> Parse(string text) =>
        text.Split("\n@").Select(t => t.Trim()).Where(t => t.Length > 0 && t[0] != '#').Select(t => new Reader().Read(t.TrimStart('@')));

    private static IEnumerable<string> Resources()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".plan", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return reader.ReadToEnd();
        }
    }

    private sealed class Reader
    {
        private readonly Dictionary<string, string> notes = new(StringComparer.Ordinal);
        private readonly List<Fact> facts = [];
        private readonly List<Move> moves = [];
        private readonly List<string> forms = [];
        private readonly List<ImmutableArray<Step>> tellings = [];
        private readonly List<TextQuestion> questions = [];
        private string[]? move;

        public Plan Read(string text)
        {
            var lines = text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#').ToList();
            var head = lines[0].Split(" // ").Select(p => p.Trim()).ToArray();
            foreach (var line in lines.Skip(1))
            {
                Take(line);
            }
            CloseMove();
            var grades = head[2].Split('-');
            var plan = new Plan(head[0], head[1], Grade.Parse(grades[0]), Grade.Parse(grades[1]), notes,
                [.. facts], [.. moves], [.. tellings], [.. questions]);
            var unknown = tellings.SelectMany(t => t).FirstOrDefault(s => moves.All(m => m.Name != s.Move)).Move
                ?? moves.FirstOrDefault(m => m.Forms.Length < tellings.Count)?.Name;
            return unknown is null ? plan : throw new ContentException($"The plan '{head[0]}' lacks a move or wording '{unknown}'.");
        }

        private void Take(string line)
        {
            switch (line[0])
            {
                case '[':
                    CloseMove();
                    move = [line[1..line.IndexOf(']', StringComparison.Ordinal)], .. line[(line.IndexOf(']', StringComparison.Ordinal) + 1)..].Split(" // ").Select(p => p.Trim())];
                    break;
                case '>':
                    forms.Add(line[1..].Trim());
                    break;
                case '?':
                    questions.Add(new TextQuestion(new BankLine("", [.. line.Split(" // ").Select(f => f.Trim())]), "ela.other-detail"));
                    break;
                default:
                    Note(line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
                    break;
            }
        }

        private void Note(string name, string text)
        {
            if (name.StartsWith("let ", StringComparison.Ordinal))
            {
                facts.Add(Fact(name[4..], [.. text.Split(" // ").Select(p => p.Trim())]));
            }
            else if (name == "tell")
            {
                tellings.Add([.. text.Split('/').SelectMany(p => p.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select((m, i) => new Step(m.TrimEnd('?'), m.EndsWith('?'), i == 0)))]);
            }
            else
            {
                notes[name] = text;
            }
        }

        private static string None(string part) => part == "-" ? "" : part;

        private Fact Fact(string name, string[] parts)
        {
            var values = parts[0];
            var kin = values[0] == '~' ? values[1..] : "";
            return new Fact(name,
                kin.Length > 0 ? facts.First(f => f.Name == kin).Pool : values[0] == '=' ? [] : [.. values.Split('|').Select(v => v.Trim())],
                values[0] == '=' ? values[1..].Trim() : "", kin,
                parts.Length > 1 && parts[1] != "-" ? [.. parts[1].Split('|').Select(a => a.Trim())] : [], parts.Length > 2 ? parts[2] : "");
        }

        private void CloseMove()
        {
            if (move is [var name, var role, var time, var because, var says])
            {
                moves.Add(new Move(name, None(role), time == "-" ? 0 : int.Parse(time, null), because == "-" ? null : because, None(says), [.. forms]));
            }
            else if (move is not null)
            {
                throw new ContentException($"The move '{move[0]}' needs role, time, cause and a plain sentence.");
            }
            forms.Clear();
            move = null;
        }
    }
}
