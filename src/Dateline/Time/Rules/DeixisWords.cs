namespace Dateline.Time.Rules;

/// <summary>"last", "this past", "the following": which way and from what a unit is reckoned.</summary>
/// <param name="End">Index of the word after it.</param>
/// <param name="Step">-1 before, 0 the same, 1 after.</param>
/// <param name="FromFocus">Reckoned from the date last named, not from the story's.</param>
/// <param name="Article">An article stands before.</param>
/// <param name="Past">"last", "past": backward from the story's date.</param>
internal readonly record struct DeixisWords(int End, int Step, bool FromFocus, bool Article, bool Past)
{
    public static DeixisWords? Read(TimeScan scan, int at)
    {
        int word = at;
        bool article = scan.Is(word, "the");
        if (article) { word++; }
        if (scan.Is(word, "very")) { word++; }
        if (scan.Class(word) != WordClass.Deixis) { return null; }
        int value = scan[word].Value, end = word + 1;
        if (value is 0 or 10 && scan.Class(end) == WordClass.Deixis)
        {
            // "this past July", "this coming Friday", "that same year".
            int second = scan[end].Value;
            return second == 0 ? null : new DeixisWords(end + 1, second == 10 ? 0 : Math.Sign(second), value == 10
                || second == 10, article, second == -1);
        }
        if (scan.Is(word, "same") && !article) { return null; }
        bool focus = value is -2 or 2 or 10 || (article && value == 1);
        return new DeixisWords(end, value == 10 ? 0 : Math.Sign(value), focus, article, value == -1);
    }
}
