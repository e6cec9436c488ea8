using System.Globalization;
using System.Text;

namespace Dateline.Web.Pages;

/// <summary>Addresses of screens.</summary>
internal static class Link
{
    /// <summary>A screen with a query and perhaps more parameters; empty values are left out.</summary>
    public static string To(string path, params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        StringBuilder link = new(path);
        char separator = '?';
        foreach ((string name, string? value) in parameters)
        {
            if (string.IsNullOrEmpty(value)) { continue; }
            link.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }
        return link.ToString();
    }

    /// <summary>A story's page. An id that cannot be part of a path goes as a parameter.</summary>
    public static string Story(string id, string extension = "") =>
        IsPlain(id) ? $"/story/{id}{extension}" : $"/story{extension}?id={Uri.EscapeDataString(id)}";

    /// <summary>Where a record stands in its story, with what belongs to it lit.</summary>
    public static string Record(string story, string record) =>
        IsPlain(story) ? $"/story/{story}?r={record}#{record}" : $"/story?id={Uri.EscapeDataString(story)}&r={record}#{record}";

    /// <summary>Why a record is as it is.</summary>
    public static string Why(string story, string record, string extension = "") => To("/why" + extension, ("story", story), ("r", record));

    /// <summary>The record with a name like <c>brief-1#s2</c>.</summary>
    public static string Named(string id) => id.LastIndexOf('#') is var hash and >= 0 ? Record(id[..hash], id[(hash + 1)..]) : Story(id);

    /// <summary>The ledger of somebody.</summary>
    public static string Ledger(string name) => To("/people", ("name", name));

    /// <summary>The stories of an outlet.</summary>
    public static string Outlet(string outlet) => To("/", ("q", "outlet:\"" + outlet.Replace('"', ' ') + "\""));

    /// <summary>True for letters, digits and the marks that need no escape, not ending like a format.</summary>
    private static bool IsPlain(string id) => id.Length is > 0 and <= 200 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>A whole number as a person writes it.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
