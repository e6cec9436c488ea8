using Npgsql;

namespace Dateline.Store.Databases;

/// <summary>An address such as <c>postgres://user:password@host:5432/base?sslmode=require</c>; a path to a socket's folder goes as <c>?host=/run/postgresql</c>.</summary>
internal sealed class PostgresAddress
{
    /// <summary>Reads an address.</summary>
    /// <exception cref="StoreException">It is none.</exception>
    public PostgresAddress(string address)
    {
        // "postgres:///news?host=/run/postgresql": a base without a host is no address for .NET.
        string whole = address.Replace(":///", "://localhost/", StringComparison.Ordinal);
        if (!Uri.TryCreate(whole, UriKind.Absolute, out Uri? uri)) { throw new StoreException("The address of the PostgreSQL base cannot be read. It looks like postgres://user:password@host:5432/base."); }
        string[] user = uri.UserInfo.Split(':', 2);
        string name = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/'));
        if (name.Length == 0) { throw new StoreException("The address of the PostgreSQL base names no base. It looks like postgres://user:password@host:5432/base."); }
        NpgsqlConnectionStringBuilder builder = new()
        {
            Host = uri.Host, Port = uri.Port > 0 ? uri.Port : NpgsqlConnection.DefaultPort, Database = name, Pooling = false, MaxAutoPrepare = 100, ApplicationName = "dateline", CommandTimeout = 0, IncludeErrorDetail = false,
        };
        if (user[0].Length > 0) { builder.Username = Uri.UnescapeDataString(user[0]); }
        if (user.Length > 1) { builder.Password = Uri.UnescapeDataString(user[1]); }
        foreach (string pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = pair.Split('=', 2);
            string value = Uri.UnescapeDataString(parts.Length > 1 ? parts[1] : "");
            switch (parts[0])
            {
                case "host": builder.Host = value; break;
                case "port" when int.TryParse(value, out int port): builder.Port = port; break;
                case "user": builder.Username = value; break;
                case "password": builder.Password = value; break;
                case "sslmode" when Enum.TryParse(value.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out SslMode mode): builder.SslMode = mode; break;
                case "connect_timeout" when int.TryParse(value, out int seconds): builder.Timeout = seconds; break;
                default: throw new StoreException($"The address of the PostgreSQL base has a setting that is not known: {parts[0]}. Known are host, port, user, password, sslmode and connect_timeout.");
            }
        }
        Settings = builder.ConnectionString;
        Shown = StoreName.Shown(address);
    }

    /// <summary>The settings as the provider takes them; with the password.</summary>
    public string Settings { get; }

    /// <summary>The address as it may be shown: without user and password.</summary>
    public string Shown { get; }
}
