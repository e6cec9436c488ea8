using System.Collections.Frozen;

namespace Dateline.Knowledge;

/// <summary>Latin letters without their accents: "Şuşa" and "Susa" are one name. Works where the culture library is absent.</summary>
/// <remarks><c>string.Normalize</c> does nothing useful under InvariantGlobalization, hence the table of our own.</remarks>
public static class Folding
{
    private const string Accented =
        "ÀÁÂÃÄÅĀĂĄǍàáâãäåāăąǎạảấầẩẫậắằẳẵặÇĆĈĊČçćĉċčĎĐḐďđḑÈÉÊËĒĔĖĘĚèéêëēĕėęěẹẻẽếềểễệÌÍÎÏĨĪĬĮİìíîïĩīĭįıịỉĜĞĠĢĝğġģĤĦḨḤĥħḩḥĴĵĶķĹĻĽĿŁĺļľŀłÑŃŅŇñńņňÒÓÔÕÖØŌŎŐƠòóôõöøōŏőơọỏốồổỗộớờởỡợŔŖŘŕŗřŚŜŞŠȘśŝşšșṣŢŤŦȚţťŧțṭÙÚÛÜŨŪŬŮŰŲƯùúûüũūŭůűųưụủứừửữựŴŵÝŶŸýŷÿỳỵỷỹŹŻŽẒźżžẓ";
    private const string Plain =
        "AAAAAAAAAAaaaaaaaaaaaaaaaaaaaaaaCCCCCcccccDDDdddEEEEEEEEEeeeeeeeeeeeeeeeeeIIIIIIIIIiiiiiiiiiiiGGGGggggHHHHhhhhJjKkLLLLLlllllNNNNnnnnOOOOOOOOOOooooooooooooooooooooooRRRrrrSSSSSssssssTTTTtttttUUUUUUUUUUUuuuuuuuuuuuuuuuuuuWwYYYyyyyyyyZZZZzzzz";

    private static readonly FrozenDictionary<char, char> Letters = Build();

    /// <summary>The plain letter of an accented one, the letter itself otherwise. Quotation marks and primes used as apostrophes become '.</summary>
    public static char Fold(char letter) =>
        letter < 0x80 ? letter
        : letter is '\u2019' or '\u2018' or '\u02BC' or '\u02BB' or '\u02B9' or '\u02BF' or '\u02BE' or '`' ? '\''
        : Letters.TryGetValue(letter, out char plain) ? plain : letter;

    /// <summary>The folded name; the same instance when nothing changes.</summary>
    public static string Fold(string name)
    {
        bool clean = true;
        foreach (char c in name) { clean &= c < 0x80; }
        return clean ? name : string.Create(name.Length, name, static (to, from) =>
        {
            for (int i = 0; i < from.Length; i++) { to[i] = Fold(from[i]); }
        }).Replace("ß", "ss", StringComparison.Ordinal).Replace("æ", "ae", StringComparison.Ordinal).Replace("Æ", "Ae", StringComparison.Ordinal)
            .Replace("ə", "a", StringComparison.Ordinal).Replace("Ə", "A", StringComparison.Ordinal).Replace("œ", "oe", StringComparison.Ordinal).Replace("þ", "th", StringComparison.Ordinal).Replace("Þ", "Th", StringComparison.Ordinal);
    }

    private static FrozenDictionary<char, char> Build()
    {
        if (Accented.Length != Plain.Length) { throw new InvalidOperationException($"Folding: {Accented.Length} accented letters, {Plain.Length} plain ones."); }
        Dictionary<char, char> letters = [];
        for (int i = 0; i < Accented.Length; i++) { letters[Accented[i]] = Plain[i]; }
        return letters.ToFrozenDictionary();
    }
}
