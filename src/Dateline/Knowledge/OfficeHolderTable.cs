using System.Buffers.Binary;

namespace Dateline.Knowledge;

/// <summary>Who held which office when: 30,000 terms of 107 jurisdictions, by full name or surname, searched in place.</summary>
public sealed class OfficeHolderTable
{
    internal const int RecordSize = 24;
    internal const int Open = int.MaxValue;
    private const int MaxHits = 256;
    private static readonly Lazy<OfficeHolderTable> Embedded = new(() => new OfficeHolderTable(CompiledTable.Embedded("actors/office-holders.table")));
    private static readonly string[] Bodies = ["EU", "NATO", "UN", "WHO", "IAEA", "IMF", "ICC"];

    private readonly CompiledTable _table;
    private readonly CompiledTable? _more;

    /// <summary>Reads a compiled table, and a second one with a user's terms, which stand beside the first one's.</summary>
    public OfficeHolderTable(CompiledTable table, CompiledTable? more = null)
    {
        _more = more;
        if (table.RecordSize != RecordSize) { throw new InvalidDataException($"office-holders: records of {table.RecordSize} bytes, expected {RecordSize}."); }
        _table = table;
    }

    /// <summary>The table this build carries; opened at first use.</summary>
    public static OfficeHolderTable Default => Embedded.Value;

    /// <summary>Number of terms.</summary>
    public int Count => _table.Count + (_more?.Count ?? 0);

    /// <summary>
    /// The office of a named person on a day. A full name: the term that holds, the highest first, else the highest that had ended, the latest of these (see <see cref="OfficeTerm.HeldOn"/>).
    /// A surname alone: only a head of state or government in office whom no other shares it with, else a minister likewise.
    /// </summary>
    public OfficeTerm? Find(ReadOnlySpan<char> name, DateOnly day)
    {
        int number = day.DayNumber;
        int best = -1;
        bool shared = false;
        foreach (int hit in Hits(name, out bool isFull))
        {
            if (Start(hit) > number || (!isFull && (!Holds(hit, number) || Tier(hit) > (byte)OfficeTier.Minister))) { continue; }
            int order = best < 0 ? -1 : Compare(hit, best, number);
            if (!isFull && best >= 0 && Tier(hit) == Tier(best) && !SamePerson(hit, best)) { shared = true; }
            if (order >= 0) { continue; }
            if (best >= 0 && Tier(hit) < Tier(best)) { shared = false; }
            best = hit;
        }
        return best < 0 || shared ? null : Read(best);
    }

    /// <summary>For a story without a date: the latest term of a head of state or government of that surname, when all its heads are of one country; else null.</summary>
    public OfficeTerm? OnlyHead(ReadOnlySpan<char> surname)
    {
        int best = -1;
        foreach (int hit in Hits(surname, out bool isFull))
        {
            if (isFull || Tier(hit) != (byte)OfficeTier.Head) { continue; }
            if (best >= 0 && !_table.Record(hit)[20..22].SequenceEqual(_table.Record(best)[20..22])) { return null; }
            if (best < 0 || Start(hit) > Start(best)) { best = hit; }
        }
        return best < 0 ? null : Read(best);
    }

    /// <summary>Every term of a full name, in order of start; empty for a surname alone.</summary>
    public IReadOnlyList<OfficeTerm> Terms(ReadOnlySpan<char> fullName)
    {
        List<OfficeTerm> terms = [];
        foreach (int hit in Hits(fullName, out bool isFull))
        {
            if (isFull && terms.Count < MaxHits) { terms.Add(Read(hit)); }
        }
        terms.Sort((a, b) => Nullable.Compare(a.Start, b.Start));
        return terms;
    }

    /// <summary>Every term of a head of state or government or a minister of that surname; empty for a full name.</summary>
    public IReadOnlyList<OfficeTerm> TermsOfSurname(ReadOnlySpan<char> surname)
    {
        List<OfficeTerm> terms = [];
        foreach (int hit in Hits(surname, out bool isFull))
        {
            if (!isFull && Tier(hit) <= (byte)OfficeTier.Minister && terms.Count < MaxHits) { terms.Add(Read(hit)); }
        }
        terms.Sort((a, b) => Nullable.Compare(a.Start, b.Start));
        return terms;
    }

    /// <summary>Every term of that surname or full name that holds on the day, heads first.</summary>
    public IReadOnlyList<OfficeTerm> InOffice(ReadOnlySpan<char> name, DateOnly day)
    {
        List<OfficeTerm> terms = [];
        foreach (int hit in Hits(name, out _))
        {
            if (Holds(hit, day.DayNumber) && terms.Count < MaxHits) { terms.Add(Read(hit)); }
        }
        terms.Sort((a, b) => a.Tier != b.Tier ? a.Tier.CompareTo(b.Tier) : string.CompareOrdinal(a.Country, b.Country));
        return terms;
    }

    /// <summary>Every term of that surname or full name that had begun by the day, or of any time without one; heads first, the latest first.</summary>
    public IReadOnlyList<OfficeTerm> Begun(ReadOnlySpan<char> name, DateOnly? day)
    {
        List<OfficeTerm> terms = [];
        foreach (int hit in Hits(name, out _))
        {
            if ((day is not { } known || Start(hit) <= known.DayNumber) && terms.Count < MaxHits) { terms.Add(Read(hit)); }
        }
        terms.Sort((a, b) => a.Tier != b.Tier ? a.Tier.CompareTo(b.Tier) : Nullable.Compare(b.Start, a.Start) is not 0 and int order ? order : string.CompareOrdinal(a.Country, b.Country));
        return terms;
    }

    private List<int> Hits(ReadOnlySpan<char> name, out bool isFull)
    {
        List<int> full = [], last = [];
        if (IsName(name))
        {
            CompiledTable.Hits hits = _table.Find(NameHash.Of(name));
            while (hits.MoveNext()) { (hits.Flag ? full : last).Add(hits.Current); }
            if (_more is not null)
            {
                hits = _more.Find(NameHash.Of(name));
                while (hits.MoveNext()) { (hits.Flag ? full : last).Add(_table.Count + hits.Current); }
            }
        }
        isFull = full.Count > 0;
        return isFull ? full : last;
    }

    private static bool IsName(ReadOnlySpan<char> name) => name.Length is > 1 and < 80 && char.IsLetter(name[0]);

    private int Compare(int a, int b, int day)
    {
        bool aHolds = Holds(a, day), bHolds = Holds(b, day);
        if (aHolds != bHolds) { return aHolds ? -1 : 1; }
        // A former prime minister who was a minister later is a former prime minister.
        if (Tier(a) != Tier(b)) { return Tier(a).CompareTo(Tier(b)); }
        return aHolds ? Start(b).CompareTo(Start(a)) : End(b).CompareTo(End(a));
    }

    private bool SamePerson(int a, int b) => (a < _table.Count == b < _table.Count && Int(a, 0) == Int(b, 0)) || (Int(a, 16) != 0 && Int(a, 16) == Int(b, 16)) || Holder(a) == Holder(b);

    private bool Holds(int index, int day) => Start(index) <= day && day < End(index);

    private int Start(int index) => Int(index, 8);

    private int End(int index) => Int(index, 12);

    private byte Tier(int index) => Record(index)[22];

    private int Int(int index, int offset) => BinaryPrimitives.ReadInt32LittleEndian(Record(index)[offset..]);

    // Numbers beyond the first table's are the user's.
    private ReadOnlySpan<byte> Record(int index) => index < _table.Count ? _table.Record(index) : _more!.Record(index - _table.Count);

    private string Text(int index, int offset) => (index < _table.Count ? _table : _more!).Text(Int(index, offset));

    private string Holder(int index) => (index < _table.Count ? _table : _more!).Side[BinaryPrimitives.ReadUInt16LittleEndian(Record(index)[20..])];

    private OfficeTerm Read(int index)
    {
        string holder = Holder(index);
        bool body = holder.Length == 0 || Bodies.Contains(holder);
        return new OfficeTerm
        {
            Person = Text(index, 0),
            Position = Text(index, 4),
            Country = body ? null : holder,
            Organization = body ? holder.Length == 0 ? "UN" : holder : null,
            Start = Start(index) > 0 ? DateOnly.FromDayNumber(Start(index)) : null,
            End = End(index) < Open ? DateOnly.FromDayNumber(End(index)) : null,
            Wikidata = Int(index, 16) > 0 ? $"Q{Int(index, 16)}" : null,
            Tier = (OfficeTier)Tier(index),
            Row = index,
        };
    }
}
