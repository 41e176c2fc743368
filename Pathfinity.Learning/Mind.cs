using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Pathfinity.Curriculum;

namespace Pathfinity.Learning;

/// <summary>
/// What changes in a student from day to day. A mind handed out at dawn or dusk is not changed any more; a day works
/// on a copy of its own.
/// </summary>
public sealed class Mind
{
    /// <summary>The most bytes of a mind beside its skills.</summary>
    public const int HeaderMax = 256;

    private const double GrowthUnits = 1_000_000;
    private SkillState[] skills = [];
    private int count;
    private int lastFound;
    private State state = new() { NextSequence = 1 };

    /// <summary>The sequence number that the next activity will have, from 1.</summary>
    public int NextSequence
    {
        get => state.NextSequence;
        internal set => state.NextSequence = value;
    }

    /// <summary>School days that the present absence will still last.</summary>
    public byte AbsentDaysLeft
    {
        get => state.AbsentDaysLeft;
        internal set => state.AbsentDaysLeft = value;
    }

    /// <summary>Days with a journey so far.</summary>
    public int Journeys
    {
        get => state.Journeys;
        internal set => state.Journeys = value;
    }

    /// <summary>How the student is disposed to work of late, beside lasting effort, in deviations of effort.</summary>
    public double Engagement
    {
        get => state.Engagement / 1000.0;
        internal set => state.Engagement = (short)Math.Clamp(Math.Round(value * 1000), -4000, 4000);
    }

    /// <summary>Practised skills by ordinal.</summary>
    public ReadOnlySpan<SkillState> Skills => skills.AsSpan(0, count);

    /// <summary>Place of the subject's current skill within the student's cell.</summary>
    public int Position(Subject subject) => state.Positions[(int)subject];

    /// <summary>The student's group within the class of a subject.</summary>
    public StudyGroup Group(Subject subject) => (StudyGroup)(state.Groups >> (2 * (int)subject) & 3);

    /// <summary>What the student has grown beyond the grade since entering the world, in logits.</summary>
    public double Growth(Subject subject) => state.Growth[(int)subject] / GrowthUnits;

    /// <summary>What experience has added to an interest, in thousandths of its standard deviation.</summary>
    public int InterestShift(Interest interest) => state.Shifts[(int)interest];

    /// <summary>The state of a skill; one at the prior when it was never practised.</summary>
    public SkillState Skill(int skill)
    {
        var place = Find(skill);
        return place >= 0 ? skills[place] : new SkillState { Skill = (ushort)skill, Mastery = Mastery.Prior };
    }

    /// <summary>A mind that starts a new grade with what this one knows; the summer halves its dispositions.</summary>
    public Mind Promoted()
    {
        var promoted = Copy();
        promoted.state.Positions = default;
        promoted.state.Checks = default;
        promoted.state.Groups = 0;
        promoted.state.Contacts.Promote();
        promoted.state.Term.Promote();
        promoted.state.Engagement /= 2;
        return promoted;
    }

    /// <summary>This mind under a newer release, whose ordinals differ; what the release lacks is forgotten.</summary>
    /// <param name="skillMap">For each old ordinal of a skill the new one, or -1.</param>
    /// <param name="careerMap">For each old ordinal of a career the new one, or -1.</param>
    public Mind Renumbered(ReadOnlySpan<int> skillMap, ReadOnlySpan<int> careerMap)
    {
        var renumbered = (Mind)MemberwiseClone();
        renumbered.state.Favourites = default;
        foreach (ref readonly var favourite in (ReadOnlySpan<Favourite>)state.Favourites)
        {
            if (favourite.Liking > 0 && careerMap[favourite.Career] is var career and >= 0)
            {
                renumbered.Like(career, favourite.Liking);
            }
        }
        foreach (ref var open in renumbered.Interventions)
        {
            if (open.Sequence != 0)
            {
                // What the release lacks cannot be worked on; it ends when it is due.
                var place = open.Skill < skillMap.Length ? skillMap[open.Skill] : -1;
                open.Skill = place < 0 ? OpenIntervention.NoSkill : (ushort)place;
            }
        }
        var kept = new List<SkillState>(count);
        foreach (var skill in Skills)
        {
            if (skillMap[skill.Skill] is var place and >= 0)
            {
                kept.Add(skill with { Skill = (ushort)place });
            }
        }
        kept.Sort(static (a, b) => a.Skill.CompareTo(b.Skill));
        renumbered.skills = [.. kept];
        renumbered.count = kept.Count;
        return renumbered;
    }

    internal Mind Copy()
    {
        var copy = (Mind)MemberwiseClone();
        copy.skills = skills.AsSpan(0, count).ToArray();
        return copy;
    }

    /// <summary>Careers that went well, best liked first.</summary>
    internal ReadOnlySpan<Favourite> Favourites => state.Favourites;

    /// <summary>What was assessed this school year, and what is still to be done again.</summary>
    internal ref AssessmentState Checks => ref state.Checks;

    /// <summary>What school and family have had to do with each other.</summary>
    internal ref ContactState Contacts => ref state.Contacts;

    /// <summary>What the term's report card and awards are made of.</summary>
    internal ref TermState Term => ref state.Term;

    /// <summary>Interventions under way; a place with the sequence number 0 is empty.</summary>
    internal Span<OpenIntervention> Interventions => state.Interventions;

    /// <summary>Whether one more intervention that lasts finds a place.</summary>
    internal bool HasRoom
    {
        get
        {
            foreach (ref readonly var open in Interventions)
            {
                if (open.Sequence == 0)
                {
                    return true;
                }
            }
            return false;
        }
    }

    internal void Open(in OpenIntervention intervention)
    {
        foreach (ref var open in Interventions)
        {
            if (open.Sequence == 0)
            {
                open = intervention;
                return;
            }
        }
        throw new InvalidOperationException("The student has as many interventions as one can have.");
    }

    internal void SetPosition(Subject subject, int position) => state.Positions[(int)subject] = (ushort)position;

    internal void Join(Subject subject, StudyGroup group)
    {
        var place = 2 * (int)subject;
        state.Groups = (byte)((state.Groups & ~(3 << place)) | ((int)group << place));
    }

    internal void Grow(Subject subject, double logits) =>
        state.Growth[(int)subject] += (int)Math.Round(logits * GrowthUnits);

    internal void ShiftInterest(Interest interest, int by) =>
        state.Shifts[(int)interest] = (short)Math.Clamp(state.Shifts[(int)interest] + by, -2000, 2000);

    /// <summary>Moves what the student thinks of a career; the three best liked are remembered.</summary>
    internal void Like(int career, int by)
    {
        Span<Favourite> favourites = state.Favourites;
        var place = favourites.Length - 1;
        for (var i = 0; i < favourites.Length; i++)
        {
            place = favourites[i].Liking > 0 && favourites[i].Career == career ? i : place;
        }
        var known = favourites[place].Liking > 0 && favourites[place].Career == career ? favourites[place].Liking : 0;
        var liking = (short)Math.Clamp(known + by, 0, 1000);
        if (known == 0 && liking <= favourites[place].Liking)
        {
            return;
        }
        favourites[place] = new Favourite((short)career, liking);
        for (; place > 0 && favourites[place - 1].Liking < favourites[place].Liking; place--)
        {
            (favourites[place - 1], favourites[place]) = (favourites[place], favourites[place - 1]);
        }
        for (; place + 1 < favourites.Length && favourites[place + 1].Liking > favourites[place].Liking; place++)
        {
            (favourites[place + 1], favourites[place]) = (favourites[place], favourites[place + 1]);
        }
    }

    /// <summary>The state of a skill, to change; made at the prior when it was never practised.</summary>
    internal ref SkillState Practised(int skill)
    {
        var place = Find(skill);
        if (place < 0)
        {
            place = ~place;
            Insert(place, new SkillState { Skill = (ushort)skill, Mastery = Mastery.Prior });
        }
        return ref skills[place];
    }

    /// <summary>Turns today's successes into earlier ones.</summary>
    internal void EndDay()
    {
        foreach (ref var skill in skills.AsSpan(0, count))
        {
            if ((skill.Flags & SkillFlags.SucceededToday) != 0)
            {
                skill.Flags = (skill.Flags | SkillFlags.SucceededBefore) & ~SkillFlags.SucceededToday;
            }
        }
    }

    /// <summary>Bytes that <see cref="Write"/> needs.</summary>
    public int Size => Unsafe.SizeOf<Header>() + (count * Unsafe.SizeOf<SkillState>());

    /// <summary>Writes the mind in its checkpoint form: little-endian, a header and the skills.</summary>
    public void Write(Span<byte> target)
    {
        var header = new Header { Version = Header.Current, Count = count, State = state };
        MemoryMarshal.Write(target, in header);
        MemoryMarshal.AsBytes(Skills).CopyTo(target[Unsafe.SizeOf<Header>()..]);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">The bytes are not a mind of this version.</exception>
    public static Mind Read(ReadOnlySpan<byte> source)
    {
        var size = Unsafe.SizeOf<Header>();
        if (source.Length < size)
        {
            throw new FormatException($"A mind has at least {size} bytes; these are {source.Length}.");
        }
        var header = MemoryMarshal.Read<Header>(source);
        if (header.Version != Header.Current || header.Count < 0
            || source.Length != size + (header.Count * Unsafe.SizeOf<SkillState>()))
        {
            throw new FormatException($"These {source.Length} bytes are no mind of version {Header.Current}.");
        }
        return new Mind
        {
            skills = MemoryMarshal.Cast<byte, SkillState>(source[size..]).ToArray(),
            count = header.Count,
            state = header.State,
        };
    }

    private int Find(int skill)
    {
        // One answer follows another at the same skill.
        var last = lastFound;
        if (last < count && skills[last].Skill == skill)
        {
            return last;
        }
        var low = 0;
        var high = count - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var found = skills[middle].Skill;
            if (found == skill)
            {
                lastFound = middle;
                return middle;
            }
            if (found < skill)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }
        return ~low;
    }

    private void Insert(int place, SkillState skill)
    {
        if (count == skills.Length)
        {
            Array.Resize(ref skills, Math.Max(4, count + (count >> 1)));
        }
        skills.AsSpan(place, count - place).CopyTo(skills.AsSpan(place + 1));
        skills[place] = skill;
        count++;
    }

    [InlineArray(3)]
    private struct ThreeFavourites
    {
        private Favourite first;
    }

    // No field may leave a gap: checkpoints are these bytes.
    private struct State
    {
        public int NextSequence;
        public int Journeys;
        public BySubject<int> Growth;
        public AssessmentState Checks;
        public BySubject<ushort> Positions;
        public ByInterest<short> Shifts;
        public ThreeFavourites Favourites;
        public OpenInterventions Interventions;
        public ContactState Contacts;
        public TermState Term;
        public short Engagement;
        public byte AbsentDaysLeft;

        /// <summary>Two bits a subject.</summary>
        public byte Groups;
    }

    private struct Header
    {
        public const int Current = 4;
        public int Version;
        public int Count;
        public State State;
    }
}

/// <param name="Career">Ordinal of the career.</param>
/// <param name="Liking">0 to 1000; a place with 0 is empty.</param>
internal readonly record struct Favourite(short Career, short Liking);
