using System.Text;
using Dateline.Export;
using Dateline.Store.Query;

namespace Dateline.Web.Api;

/// <summary>Hits as CSV; the last three columns say what every answer says.</summary>
internal static class HitCsv
{
    /// <summary>The first line.</summary>
    public const string Header = "kind,id,outlet,day,headline,url,code,who,whom,words,status,attribution,place,country,precision,latitude,longitude,when,when_basis,background,cameo,cue,form,confidence,query,version,licence\n";

    /// <summary>A line.</summary>
    public static void Write(StringBuilder output, StoreHit hit, AnswerHead head)
    {
        CsvRow row = new(output);
        row.Text(head.Kind).Text(hit.Id).Text(hit.Outlet).Text(hit.Day).Text(hit.Headline).Text(hit.Url).Text(hit.Code).Text(hit.Who).Text(hit.Whom).Text(hit.Words).Text(hit.Status).Text(hit.Attribution)
            .Text(hit.Place).Text(hit.Country).Text(hit.Precision).Number(hit.Latitude).Number(hit.Longitude).Text(hit.When).Text(hit.WhenBasis).Truth(hit.Background).Text(hit.Cameo).Text(hit.Cue).Text(hit.Form)
            .Number(hit.Confidence).Text(head.Query).Text(AnswerHead.Version).Text(AnswerHead.Licence).End();
    }
}
