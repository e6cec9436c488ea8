using System.Data.Common;
using Dateline.Store;
using Dateline.Store.Query;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dateline.Web.Hosting;

/// <summary>The edge of the server: what a request meets becomes an answer that says so, and costs the others nothing.</summary>
internal sealed class FaultEdge(RequestDelegate next)
{
    public async Task Invoke(HttpContext context)
    {
        try
        {
            await next(context).ConfigureAwait(false);
            if (context.Response is { StatusCode: 405, HasStarted: false, ContentType: null }) { await Fault.Write(context, 405, "method", $"{context.Request.Method} is not for this address.").ConfigureAwait(false); }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The other side has gone.
        }
        catch (QueryFault fault)
        {
            await Fault.Write(context, 400, "query", fault.Message, fault).ConfigureAwait(false);
        }
        catch (ArgumentException exception)
        {
            await Fault.Write(context, 400, "parameter", exception.Message).ConfigureAwait(false);
        }
        catch (BadHttpRequestException exception)
        {
            await Fault.Write(context, exception.StatusCode, exception.StatusCode == 413 ? "too-large" : "request", exception.Message).ConfigureAwait(false);
        }
        catch (StoreException exception)
        {
            await Fault.Write(context, 503, "store", exception.Message).ConfigureAwait(false);
        }
        catch (DbException exception)
        {
            context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("dateline").LogError(exception, "{Path}", context.Request.Path);
            await Fault.Write(context, 503, "store", "The store cannot be reached at the moment. The server has written down what it met.").ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("dateline").LogError(exception, "{Path}", context.Request.Path);
            await Fault.Write(context, 500, "defect", "A defect of Dateline. The server has written down what it met.").ConfigureAwait(false);
        }
    }
}
