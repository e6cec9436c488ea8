using Dateline.Store.Query;
using Dateline.Web.Hosting;
using Microsoft.AspNetCore.Http;

namespace Dateline.Web.Pages;

/// <summary><c>/people</c>: who speaks and acts in public, and with <c>?name=</c> the ledger of one.</summary>
internal sealed class PeoplePage(StoreReaders readers)
{
    private const int MostNames = 400, InPart = 12;
    private KeptNames? _all;

    /// <summary>Answers with the list or a ledger.</summary>
    public async Task Get(HttpContext context)
    {
        string name = context.Request.Query["name"].ToString(), words = context.Request.Query["words"].ToString();
        if (name.Length == 0)
        {
            IReadOnlyList<LedgerName> names = await readers.Use(reader => Names(reader, words), context.RequestAborted).ConfigureAwait(false);
            PageHead head = new("People and bodies", "/people", "", new DataLinks("/people", Link.To("", ("words", words)), DataLinks.Tables));
            await Html.Write(context, Slices.PeoplePage.Create(new PeopleModel(head, words, [.. names.Where(n => n.Type == "person")], [.. names.Where(n => n.Type != "person")]))).ConfigureAwait(false);
            return;
        }
        LedgerModel? ledger = await readers.Use(reader => Ledger(reader, name), context.RequestAborted).ConfigureAwait(false);
        if (ledger is null)
        {
            await Fault.Write(context, 404, "no-ledger", $"There is no ledger for \"{name}\". Ledgers are kept of bodies, and of people only where a story shows them in a public office or speaking for somebody.").ConfigureAwait(false);
            return;
        }
        await Html.Write(context, Slices.LedgerPage.Create(ledger)).ConfigureAwait(false);
    }

    /// <summary>Those most stories name; the list of all is kept until a story is added.</summary>
    public IReadOnlyList<LedgerName> Names(StoreReader reader, string words)
    {
        LedgerReader ledgers = new(reader);
        if (words.Length > 0) { return ledgers.Names(words, MostNames); }
        long newest = reader.Newest();
        if (_all is { } kept && kept.Newest == newest) { return kept.Names; }
        IReadOnlyList<LedgerName> names = ledgers.Names("", MostNames);
        _all = new KeptNames(newest, names);
        return names;
    }

    /// <summary>The ledger of a name; null for one that has none.</summary>
    public static LedgerModel? Ledger(StoreReader reader, string name)
    {
        LedgerReader ledgers = new(reader);
        if (!ledgers.IsPublic(name)) { return null; }
        string whole = "=" + name.Replace('"', ' ');
        string lastWord = name[(name.LastIndexOf(' ') + 1)..];
        return new LedgerModel
        {
            Head = new PageHead(name, "/people", "", new DataLinks("/people", Link.To("", ("name", name)), DataLinks.All)), Name = name, Roles = ledgers.Roles(name),
            Parts =
            [
                Part(reader, "Said by", HitKind.Statements, $"speaker:\"{whole}\""),
                Part(reader, "Said to", HitKind.Statements, $"to:\"{whole}\""),
                Part(reader, "Said about", HitKind.Statements, $"about:\"{whole}\" content:\"{lastWord.Replace('"', ' ')}\""),
                Part(reader, "Acts by, as reported", HitKind.Events, $"actor:\"{whole}\""),
                Part(reader, "Acts upon, as reported", HitKind.Events, $"recipient:\"{whole}\""),
            ],
        };
    }

    private static LedgerPart Part(StoreReader reader, string title, HitKind kind, string query)
    {
        StorePage page = reader.Find(QueryParser.Parse(query), kind, InPart);
        return new LedgerPart(title, kind, query, page.Hits, page.Next is not null);
    }

    private sealed record KeptNames(long Newest, IReadOnlyList<LedgerName> Names);
}
