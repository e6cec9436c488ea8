using System.Text;
using Dateline.Store.Databases;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Dateline.Tests.Keeping;

/// <summary>Words as SQLite cuts them.</summary>
public sealed class WordListTests
{
    [Theory]
    [InlineData("Erdoğan met São Paulo's mayor.", "erdogan met sao paulo s mayor")]
    [InlineData("COVID-19: 3.5 million", "covid 19 3 5 million")]
    [InlineData("e\u0301tat \u0301x", "etat x")]
    [InlineData("100% — “so” he said…", "100 so he said")]
    [InlineData(" \0 \ud83d ", "")]
    public void A_text_is_cut_into_plain_words(string text, string words) => Assert.Equal(words, string.Join(' ', WordList.Of(text)));

    [Fact]
    public void Letters_of_Europe_are_taken_as_SQLite_takes_them()
    {
        using SqliteConnection connection = new("Data Source=:memory:");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "CREATE VIRTUAL TABLE t USING fts5 (x, tokenize = 'unicode61 remove_diacritics 2'); CREATE VIRTUAL TABLE v USING fts5vocab (t, 'instance')";
        command.ExecuteNonQuery();
        // Latin, Greek, Cyrillic; and Latin with two diacritics.
        int[] letters = [.. Enumerable.Range(0x20, 0x2e0), .. Enumerable.Range(0x370, 0x1c0), .. Enumerable.Range(0x1e00, 0x100), .. Enumerable.Range(0x2000, 0x40)];
        StringBuilder text = new();
        foreach (int letter in letters.Where(l => Rune.GetUnicodeCategory(new Rune(l)) != System.Globalization.UnicodeCategory.OtherNotAssigned)) { text.Append(new Rune(letter)).Append(" a"); }
        command.CommandText = "INSERT INTO t VALUES ($x)";
        command.Parameters.AddWithValue("$x", text.ToString());
        command.ExecuteNonQuery();
        command.CommandText = "SELECT term FROM v ORDER BY offset";
        List<string> expected = [];
        using (SqliteDataReader row = command.ExecuteReader()) { while (row.Read()) { expected.Add(row.GetString(0)); } }
        Assert.Equal(expected, WordList.Of(text.ToString()));
    }
}
