namespace Dateline.Events;

/// <summary>"deployed as peacekeepers", "on a peacekeeping mission": said under the same word.</summary>
internal static class Peacekeeping
{
    public static bool Near(EventScene scene, int head)
    {
        for (int i = scene.Parsed.Left(head); i <= scene.Parsed.Right(head); i++)
        {
            if (scene.Parsed.Form(i).StartsWith("peacekeep", StringComparison.OrdinalIgnoreCase)) { return true; }
        }
        return false;
    }
}
