namespace Dateline.Ingest;

/// <summary>The diagnostic for bytes or surrogates that were no text.</summary>
internal static class InvalidText
{
    /// <summary>One diagnostic, or none when nothing was replaced.</summary>
    public static IReadOnlyList<Diagnostic> Report(StoryInput input, int replaced) => replaced == 0
        ? []
        : [new Diagnostic(DiagnosticCodes.InvalidText, $"{input.Place}: {replaced} places are no valid Unicode text and were replaced by U+FFFD. Save the file as UTF-8.")];
}
