using Pathfinity.Curriculum;
using Pathfinity.Learning;

namespace Pathfinity.Realism;

/// <summary>A student and a misconception that some question tempted with.</summary>
/// <param name="Cell">Number of the misconception in the student's grade.</param>
/// <param name="Level">Of the grouping of abilities: the student's in the subject.</param>
internal readonly record struct Holder(int Student, int Bug, Subject Subject, int Cell, int Level);

/// <summary>A wrong response of a row's question that a misconception yields.</summary>
/// <param name="Sitting">Number of the holder's sitting.</param>
internal readonly record struct Temptation(byte Response, int Sitting);

/// <summary>The rows that tempted one holder in one sitting.</summary>
internal sealed record TemptedSitting(int Number, int Holder, SortedSet<int> Rows);

/// <summary>What in a log tempted whom with which misconception.</summary>
internal sealed class Temptations
{
    private readonly LogAttempt[] rows;
    private readonly (byte Wrong, bool Open)[] items;
    private readonly int[] first;
    private readonly Temptation[] all;

    /// <param name="ability">By student and subject.</param>
    public Temptations(Log log, LogAttempt[] rows, HiddenWorld hidden, Grouping ability)
    {
        this.rows = rows;
        (items, first) = (new (byte, bool)[rows.Length], new int[rows.Length + 1]);
        var (found, cells) = (new Numbering<(int, int)>(), new Numbering<(int, Grade)>());
        var (sittings, numbers) = (new List<TemptedSitting>(), new Numbering<(int, long)>());
        var (temptations, holders) = (new List<Temptation>(), new List<Holder>());
        for (var i = 0; i < rows.Length; i++)
        {
            first[i] = temptations.Count;
            if (hidden.QuestionOf(rows[i].Question) is not { } question)
            {
                continue;
            }
            ref readonly var item = ref hidden.Release.Syllabus.Items.ItemRef(question);
            items[i] = (item.WrongResponses, item.Kind is QuestionKind.Numeric or QuestionKind.Text);
            var bugs = hidden.Release.Syllabus.BugsOf(item);
            for (var j = 0; j < bugs.Length; j++)
            {
                if (bugs[j] < 0)
                {
                    continue;
                }
                var own = rows[i];
                var holder = found.Of((own.Student, bugs[j]));
                if (holder == holders.Count)
                {
                    var grade = hidden.GradeOf(log.StudentNames[own.Student]);
                    holders.Add(new Holder(own.Student, bugs[j], own.Subject, cells.Of((bugs[j], grade)), ability.Levels[i]));
                }
                var sitting = numbers.Of((holder, own.Session));
                if (sitting == sittings.Count)
                {
                    sittings.Add(new TemptedSitting(sitting, holder, []));
                }
                _ = sittings[sitting].Rows.Add(i);
                temptations.Add(new Temptation((byte)(j + 1), sitting));
            }
        }
        first[rows.Length] = temptations.Count;
        (all, Holders, Cells, Sittings) = ([.. temptations], [.. holders], cells.Count, sittings.Count);
        SittingsOf = [.. sittings.GroupBy(own => own.Holder).OrderBy(own => own.Key).Select(own => own.ToArray())];
    }

    public Holder[] Holders { get; }

    /// <summary>Sittings by holder.</summary>
    public TemptedSitting[][] SittingsOf { get; }

    /// <summary>Number of misconceptions, by grade.</summary>
    public int Cells { get; }

    /// <summary>Number of sittings of holders.</summary>
    public int Sittings { get; }

    /// <summary>What tempted in a row, in the order in which it does.</summary>
    public ReadOnlySpan<Temptation> Of(int row) => all.AsSpan(first[row], first[row + 1] - first[row]);

    /// <summary>The share that a row's response takes of the wrong answers that no misconception yields.</summary>
    public double Otherwise(int row)
    {
        var (response, (wrong, open)) = (rows[row].Response, items[row]);
        if (response < 1 || wrong == 0)
        {
            return 1;
        }
        return response > wrong
            ? Session.UnforeseenShare
            : (open ? 1 - Session.UnforeseenShare : 1)
                * (Math.Sqrt((double)response / wrong) - Math.Sqrt((response - 1.0) / wrong));
    }

    private sealed class Numbering<T>
        where T : notnull
    {
        private readonly Dictionary<T, int> numbers = [];

        public int Count => numbers.Count;

        /// <summary>The key's number; a new one is given the next.</summary>
        public int Of(T key)
        {
            if (!numbers.TryGetValue(key, out var number))
            {
                numbers.Add(key, number = numbers.Count);
            }
            return number;
        }
    }
}
