using Dateline.Events;
using Dateline.Statements;

namespace Dateline.Web.Marking;

/// <summary>What belongs together: a statement with those that hold it and its speaker; an event with its parties, time, place and vouchers.</summary>
internal sealed class RecordChains
{
    private readonly Dictionary<string, HashSet<string>> _chains = new(StringComparer.Ordinal);

    public RecordChains(StoryRecords records)
    {
        foreach (Statement s in records.Statements)
        {
            HashSet<string> chain = Chain(s.Id);
            foreach (Statement holder in Provenance.ChainLink.WithParents(records, s))
            {
                chain.Add(holder.Id);
                Add(chain, holder.Source?.Entity);
            }
            Add(chain, s.Addressee?.Entity, s.Time, s.Place);
            foreach (string member in chain) { if (member[0] is 'e' or 't' or 'p') { Chain(member).Add(s.Id); } }
        }
        foreach (Event v in records.Events)
        {
            HashSet<string> chain = Chain(v.Id);
            foreach (string told in v.Attribution) { chain.UnionWith(Chain(told)); }
            foreach (EventActor party in (v.Actor ?? []).Concat(v.Recipient ?? [])) { Add(chain, party.Entity); }
            Add(chain, v.Statement, v.Time, v.Place, v.Origin, v.Via);
            foreach (string member in chain) { if (member[0] is 'e' or 't' or 'p') { Chain(member).Add(v.Id); } }
        }
    }

    /// <summary>The record and what belongs to it, in the order of their ids.</summary>
    public IReadOnlyCollection<string> Of(string record) => Chain(record);

    private HashSet<string> Chain(string record)
    {
        if (!_chains.TryGetValue(record, out HashSet<string>? chain)) { _chains[record] = chain = new HashSet<string>(StringComparer.Ordinal) { record }; }
        return chain;
    }

    private static void Add(HashSet<string> chain, params ReadOnlySpan<string?> records)
    {
        foreach (string? record in records) { if (record is not null) { chain.Add(record); } }
    }
}
