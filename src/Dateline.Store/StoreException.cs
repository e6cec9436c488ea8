namespace Dateline.Store;

/// <summary>A store that cannot be opened, read or written, with what to do.</summary>
public sealed class StoreException(string message, Exception? cause = null) : Exception(message, cause);
