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
    private SkillState[] skills = [];
    private int count;
    private Positions positions;
    private Shifts shifts;

    /// <summary>The sequence number that the next activity will have, from 1.</summary>
    public int NextSequence { get; internal set; } = 1;

    /// <summary>School days that the present absence will still last.</summary>
    public byte AbsentDaysLeft { get; internal set; }

    /// <summary>Ordinal of the last career of the day; -1 before the first.</summary>
    public short LastCareer { get; internal set; } = -1;

    /// <summary>How well the last career went, −100 to 100.</summary>
    public sbyte LastCareerMood { get; internal set; }

    /// <summary>Days with a journey so far.</summary>
    public int Journeys { get; internal set; }

    /// <summary>Practised skills by ordinal.</summary>
    public ReadOnlySpan<SkillState> Skills => skills.AsSpan(0, count);

    /// <summary>Place of the subject's current skill within the student's cell.</summary>
    public int Position(Subject subject) => positions[(int)subject];

    /// <summary>What experience has added to an interest, in thousandths of its standard deviation.</summary>
    public int InterestShift(Interest interest) => shifts[(int)interest];

    /// <summary>The state of a skill; one at the prior when it was never practised.</summary>
    public SkillState Skill(int skill)
    {
        var place = Find(skill);
        return place >= 0 ? skills[place] : new SkillState { Skill = (ushort)skill, Mastery = Mastery.Prior };
    }

    /// <summary>A mind that starts a new grade with what this one knows.</summary>
    public Mind Promoted()
    {
        var promoted = Copy();
        promoted.positions = default;
        return promoted;
    }

    /// <summary>This mind under a newer release, whose ordinals differ; what the release lacks is forgotten.</summary>
    /// <param name="skillMap">For each old ordinal of a skill the new one, or -1.</param>
    /// <param name="careerMap">For each old ordinal of a career the new one, or -1.</param>
    public Mind Renumbered(ReadOnlySpan<int> skillMap, ReadOnlySpan<int> careerMap)
    {
        var renumbered = (Mind)MemberwiseClone();
        renumbered.LastCareer = LastCareer < 0 ? LastCareer : (short)careerMap[LastCareer];
        var kept = new List<SkillState>(count);
        foreach (var state in Skills)
        {
            if (skillMap[state.Skill] is var place and >= 0)
            {
                kept.Add(state with { Skill = (ushort)place });
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

    internal void SetPosition(Subject subject, int position) => positions[(int)subject] = (ushort)position;

    internal void ShiftInterest(Interest interest, int by) =>
        shifts[(int)interest] = (short)Math.Clamp(shifts[(int)interest] + by, -2000, 2000);

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
        foreach (ref var state in skills.AsSpan(0, count))
        {
            if ((state.Flags & SkillFlags.SucceededToday) != 0)
            {
                state.Flags = (state.Flags | SkillFlags.SucceededBefore) & ~SkillFlags.SucceededToday;
            }
        }
    }

    /// <summary>Bytes that <see cref="Write"/> needs.</summary>
    public int Size => Unsafe.SizeOf<Header>() + (count * Unsafe.SizeOf<SkillState>());

    /// <summary>Writes the mind in its checkpoint form: little-endian, a header and the skills.</summary>
    public void Write(Span<byte> target)
    {
        var header = new Header
        {
            Version = Header.Current,
            Count = count,
            NextSequence = NextSequence,
            Journeys = Journeys,
            LastCareer = LastCareer,
            LastCareerMood = LastCareerMood,
            AbsentDaysLeft = AbsentDaysLeft,
            Positions = positions,
            Shifts = shifts,
        };
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
            positions = header.Positions,
            shifts = header.Shifts,
            NextSequence = header.NextSequence,
            Journeys = header.Journeys,
            LastCareer = header.LastCareer,
            LastCareerMood = header.LastCareerMood,
            AbsentDaysLeft = header.AbsentDaysLeft,
        };
    }

    private int Find(int skill)
    {
        var low = 0;
        var high = count - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var found = skills[middle].Skill;
            if (found == skill)
            {
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

    private void Insert(int place, SkillState state)
    {
        if (count == skills.Length)
        {
            Array.Resize(ref skills, Math.Max(4, count + (count >> 1)));
        }
        skills.AsSpan(place, count - place).CopyTo(skills.AsSpan(place + 1));
        skills[place] = state;
        count++;
    }

    [InlineArray(4)]
    private struct Positions
    {
        private ushort first;
    }

    [InlineArray(6)]
    private struct Shifts
    {
        private short first;
    }

    private struct Header
    {
        public const int Current = 1;
        public int Version;
        public int Count;
        public int NextSequence;
        public int Journeys;
        public short LastCareer;
        public sbyte LastCareerMood;
        public byte AbsentDaysLeft;
        public Positions Positions;
        public Shifts Shifts;
    }
}
