using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;

namespace Dateline.Web.Hosting;

/// <summary>So many requests a second from one address, and a burst of five times as many.</summary>
internal sealed class RateLimit(RequestDelegate next, int perSecond) : IDisposable
{
    private const int Burst = 5;

    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.Create<HttpContext, IPAddress>(context => RateLimitPartition.GetTokenBucketLimiter(
        context.Connection.RemoteIpAddress ?? IPAddress.None,
        _ => new TokenBucketRateLimiterOptions { TokenLimit = perSecond * Burst, TokensPerPeriod = perSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0, AutoReplenishment = true }));

    public async Task Invoke(HttpContext context)
    {
        using RateLimitLease lease = _limiter.AttemptAcquire(context);
        if (lease.IsAcquired)
        {
            await next(context).ConfigureAwait(false);
            return;
        }
        context.Response.Headers.RetryAfter = "1";
        await Fault.Write(context, 429, "too-many", $"More than {perSecond} requests a second. Wait a second.").ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();
}
