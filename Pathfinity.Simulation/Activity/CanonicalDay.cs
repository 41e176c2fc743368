using System.Buffers;
using System.Buffers.Binary;
using Pathfinity.Determinism;

namespace Pathfinity.Simulation;

/// <summary>
/// The canonical bytes of one student's day, made from rows alone: table by table, each in sequence order, all numbers
/// little-endian. The engine makes them while the day is written, <c>verify</c> again from what is stored.
/// </summary>
public sealed class CanonicalDay(CatalogueKeys keys)
{
    private const int Tables = 16;
    private const int LongestRow = 128;
    private readonly Bytes[] tables = [.. Enumerable.Range(0, Tables).Select(_ => new Bytes())];

    public bool IsEmpty => Array.TrueForAll(tables, table => table.Count == 0);

    /// <summary>Everything of a day, in order of key.</summary>
    public void Add(Rows day)
    {
        ArgumentNullException.ThrowIfNull(day);
        Each(day.Attendance, row => Add(row));
        Each(day.Journeys.OrderBy(row => row.EndSequence), row => Add(row));
        Each(day.Sessions.OrderBy(row => row.EndSequence), row => Add(row));
        Each(day.Visits.OrderBy(row => row.EndSequence), row => Add(row));
        Each(day.Attempts, row => Add(row));
        Each(day.Explorations, row => Add(row));
        Each(day.Assessments, row => Add(row));
        Each(day.Interventions, row => Add(row));
        Each(day.InterventionOutcomes, row => Add(row));
        Each(day.GuardianVisits, row => Add(row));
        Each(day.Messages, row => Add(row));
        Each(day.Receipts, row => Add(row));
        Each(day.Conferences, row => Add(row));
        Each(day.ReportCards, row => Add(row));
        Each(day.Referrals, row => Add(row));
        Each(day.Awards, row => Add(row));
    }

    public void Add(in AttendanceRow row)
    {
        var bytes = new Writer(tables[0]);
        bytes.Int64(row.Id);
        bytes.Byte((byte)row.Status);
        bytes.Byte((byte)row.Reason);
        bytes.Int64(row.At);
    }

    public void Add(in JourneyRow row)
    {
        var bytes = new Writer(tables[1]);
        bytes.Int64(row.Id);
        bytes.Int32(row.EndSequence);
        bytes.Key(keys.Career(row.Career));
        bytes.Byte(row.ListPosition);
        bytes.Byte((byte)row.Companion);
        bytes.Int64(row.StartedAt);
        bytes.Int64(row.EndedAt);
        bytes.Boolean(row.Completed);
    }

    public void Add(in SessionRow row)
    {
        var bytes = new Writer(tables[2]);
        bytes.Int64(row.Id);
        bytes.Int32(row.EndSequence);
        bytes.Int32(row.Classroom);
        bytes.Byte((byte)row.Place);
        bytes.Byte((byte)row.Device);
        bytes.Int64(row.StartedAt);
        bytes.Int64(row.EndedAt);
        bytes.Int16(row.Attempts);
        bytes.Int16(row.Correct);
    }

    public void Add(in VisitRow row)
    {
        var bytes = new Writer(tables[3]);
        bytes.Int64(row.Id);
        bytes.Int32(row.EndSequence);
        bytes.Int64(row.Journey);
        bytes.Int32(row.Classroom);
        bytes.Byte((byte)row.Container);
        bytes.Byte((byte)row.Subject);
        bytes.Key(keys.Skill(row.Skill));
        bytes.Key(keys.Item(row.Item));
        bytes.Byte((byte)row.Fit);
        bytes.Byte((byte)row.Format);
        bytes.Key(keys.Scenario(row.Scenario));
        bytes.Int64(row.StartedAt);
        bytes.Int64(row.EndedAt);
        bytes.Boolean(row.Completed);
        bytes.Int16(row.Attempts);
        bytes.Int16(row.Correct);
    }

    public void Add(in AttemptRow row)
    {
        var bytes = new Writer(tables[4]);
        bytes.Int64(row.Id);
        bytes.Int64(row.Session);
        bytes.Int64(row.Visit);
        bytes.Int32(row.Classroom);
        bytes.Key(keys.Question(row.Question));
        bytes.Key(keys.Skill(row.Skill));
        bytes.Int16(row.Opportunity);
        bytes.Int64(row.AnsweredAt);
        bytes.Int32(row.ResponseMs);
        bytes.Byte(row.Response);
        bytes.Byte(row.Hints);
        bytes.Byte((byte)row.Flags);
        bytes.Int16(row.Mastery);
    }

    public void Add(in ExplorationRow row)
    {
        var bytes = new Writer(tables[5]);
        bytes.Int64(row.Id);
        bytes.Int64(row.Journey);
        bytes.Key(keys.Career(row.Career));
        bytes.Key(keys.Item(row.Item));
        bytes.Int16(row.Minutes);
        bytes.Int16(row.InterestBefore);
        bytes.Int16(row.InterestAfter);
        bytes.Key(keys.Scenario(row.Scenario));
        bytes.Int64(row.At);
    }

    public void Add(in InterventionRow row)
    {
        var bytes = new Writer(tables[7]);
        bytes.Int64(row.Id);
        bytes.Int32(row.Classroom);
        bytes.Int32(row.Number);
        bytes.Byte((byte)row.Kind);
        bytes.Byte((byte)row.Trigger);
        bytes.Key(keys.Skill(row.Skill));
        bytes.Int32(row.DueDay);
        bytes.Int16(row.Minutes);
        bytes.Int16(row.Mastery);
        bytes.Int64(row.At);
    }

    public void Add(in InterventionOutcomeRow row)
    {
        var bytes = new Writer(tables[8]);
        bytes.Int64(row.Id);
        bytes.Int64(row.Intervention);
        bytes.Byte((byte)row.Outcome);
        bytes.Byte(row.Lessons);
        bytes.Int16(row.Mastery);
        bytes.Int64(row.At);
    }

    public void Add(in GuardianVisitRow row)
    {
        var bytes = new Writer(tables[9]);
        bytes.Int64(row.Id);
        bytes.Int32(row.Guardian);
        bytes.Byte((byte)row.Kind);
        bytes.Int16(row.Seconds);
        bytes.Int64(row.At);
    }

    public void Add(in MessageRow row)
    {
        var bytes = new Writer(tables[10]);
        bytes.Int64(row.Id);
        bytes.Int32(row.Guardian);
        bytes.Byte((byte)row.Kind);
        bytes.Byte((byte)row.Channel);
        bytes.Int64(row.Intervention);
        bytes.Int32(row.Classroom);
        bytes.Int16(row.Absences);
        bytes.Boolean(row.Delivered);
        bytes.Int64(row.At);
    }

    public void Add(in ReceiptRow row)
    {
        var bytes = new Writer(tables[11]);
        bytes.Int64(row.Id);
        bytes.Int64(row.Message);
        bytes.Int32(row.Guardian);
        bytes.Byte((byte)row.Kind);
        bytes.Int64(row.At);
    }

    public void Add(in ConferenceRow row)
    {
        var bytes = new Writer(tables[12]);
        bytes.Int64(row.Id);
        bytes.Int32(row.Guardian);
        bytes.Int32(row.Classroom);
        bytes.Byte(row.Window);
        bytes.Boolean(row.Held);
        bytes.Int64(row.StartedAt);
        bytes.Int64(row.EndedAt);
    }

    public void Add(in ReportCardRow row)
    {
        var bytes = new Writer(tables[13]);
        bytes.Int64(row.Id);
        bytes.Int32(row.FromDay);
        bytes.Int32(row.Classroom);
        bytes.Byte((byte)row.Subject);
        bytes.Byte(row.Term);
        bytes.Int32(row.Attempts);
        bytes.Int32(row.Correct);
        bytes.Int16(row.Checks);
        bytes.Int32(row.ChecksScore);
        bytes.Int16(row.Benchmark);
        bytes.Int16(row.Norm);
        bytes.Int16(row.Grade);
        bytes.Int64(row.At);
    }

    public void Add(in ReferralRow row)
    {
        var bytes = new Writer(tables[14]);
        bytes.Int64(row.Id);
        bytes.Int32(row.Classroom);
        bytes.Byte((byte)row.Kind);
        bytes.Byte((byte)row.Action);
        bytes.Int64(row.At);
    }

    public void Add(in AwardRow row)
    {
        var bytes = new Writer(tables[15]);
        bytes.Int64(row.Id);
        bytes.Byte((byte)row.Kind);
        bytes.Int16(row.Subject);
        bytes.Int32(row.FromDay);
        bytes.Int32(row.Value);
        bytes.Int64(row.Evidence);
        bytes.Int64(row.At);
    }

    public void Add(in AssessmentRow row)
    {
        var bytes = new Writer(tables[6]);
        bytes.Int64(row.Id);
        bytes.Byte((byte)row.Kind);
        bytes.Byte((byte)row.Subject);
        bytes.Byte(row.Window);
        bytes.Int32(row.Classroom);
        bytes.Key(keys.Skill(row.Skill));
        bytes.Int64(row.RetakeOf);
        bytes.Int64(row.StartedAt);
        bytes.Int64(row.EndedAt);
        bytes.Byte(row.Items);
        bytes.Byte(row.Correct);
        bytes.Int16(row.Score);
        bytes.Int16(row.StandardError);
    }

    /// <summary>
    /// Continues a student's chain by this day and makes room for the next; a day on which nothing happened leaves the
    /// chain as it is.
    /// </summary>
    /// <param name="chain">32 bytes, replaced.</param>
    /// <param name="day">Days since 1970-01-01.</param>
    public void Seal(Span<byte> chain, int day)
    {
        if (IsEmpty)
        {
            return;
        }
        var length = 4 + (4 * Tables);
        foreach (var table in tables)
        {
            length += table.Count;
        }
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        BinaryPrimitives.WriteInt32LittleEndian(buffer, day);
        var at = 4;
        foreach (var table in tables)
        {
            BinaryPrimitives.WriteInt32LittleEndian(buffer.AsSpan(at), table.Count);
            table.Data.AsSpan(0, table.Count).CopyTo(buffer.AsSpan(at + 4));
            at += 4 + table.Count;
            table.Count = 0;
        }
        DigestChain.Append(chain, buffer.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private static void Each<T>(IEnumerable<T> rows, Action<T> add)
    {
        foreach (var row in rows)
        {
            add(row);
        }
    }

    private sealed class Bytes
    {
        public byte[] Data = [];
        public int Count;
    }

    private readonly ref struct Writer
    {
        private readonly Bytes target;

        public Writer(Bytes target)
        {
            this.target = target;
            if (target.Data.Length - target.Count < LongestRow)
            {
                Array.Resize(ref target.Data, LongestRow + (2 * target.Count));
            }
        }

        public void Byte(byte value) => target.Data[target.Count++] = value;

        public void Boolean(bool value) => Byte(value ? (byte)1 : (byte)0);

        public void Int16(short value)
        {
            BinaryPrimitives.WriteInt16LittleEndian(target.Data.AsSpan(target.Count), value);
            target.Count += sizeof(short);
        }

        public void Int32(int value)
        {
            BinaryPrimitives.WriteInt32LittleEndian(target.Data.AsSpan(target.Count), value);
            target.Count += sizeof(int);
        }

        public void Int64(long value)
        {
            BinaryPrimitives.WriteInt64LittleEndian(target.Data.AsSpan(target.Count), value);
            target.Count += sizeof(long);
        }

        public void Key(ulong value) => Int64((long)value);
    }
}

/// <summary>The digest of a world up to a day.</summary>
public static class WorldDigest
{
    /// <summary>SHA-256, in lower-case hexadecimal, over the chains of all students, then of all classrooms.</summary>
    /// <param name="students">32 bytes each, in order of the students' ordinals.</param>
    /// <param name="classrooms">32 bytes each, in order of the classrooms' ordinals.</param>
    public static string Of(IEnumerable<byte[]> students, IEnumerable<byte[]> classrooms)
    {
        using var hash = System.Security.Cryptography.IncrementalHash.CreateHash(
            System.Security.Cryptography.HashAlgorithmName.SHA256);
        foreach (var chain in students.Concat(classrooms))
        {
            hash.AppendData(chain);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
