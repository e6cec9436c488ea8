namespace Dateline.Cli;

/// <summary>What is known of the terminal behind standard output.</summary>
internal static class Terminal
{
    private const int DefaultWidth = 80, WidestReadable = 110;

    /// <summary>Columns to lay out for.</summary>
    public static int Width
    {
        get
        {
            if (int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out int columns) && columns >= 40) { return Math.Min(columns, WidestReadable); }
            if (Console.IsOutputRedirected) { return DefaultWidth; }
            try
            {
                int width = Console.WindowWidth;
                return width >= 40 ? Math.Min(width, WidestReadable) : DefaultWidth;
            }
            catch (IOException)
            {
                return DefaultWidth;
            }
        }
    }

    /// <summary>"always", "never", or "auto": colour on a terminal unless NO_COLOR is set (no-color.org).</summary>
    public static bool UsesColor(string when) => when switch
    {
        "always" => true,
        "never" => false,
        _ => !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb",
    };
}
