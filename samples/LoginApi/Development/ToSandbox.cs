using System.Diagnostics;

namespace LoginApi.Development;

/// <summary>Sends what is meant for WeChat to this host itself, and writes it down.</summary>
internal sealed class ToSandbox(OwnAddress host, ExchangeLog log, TimeProvider timeProvider) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (at, started) = (timeProvider.GetUtcNow(), Stopwatch.GetTimestamp());
        request.RequestUri = new Uri(host.Value, request.RequestUri!.PathAndQuery);
        HttpResponseMessage? response = null;
        var body = "";
        try
        {
            response = await base.SendAsync(request, cancellationToken);
            if (response.Content.Headers.ContentLength is <= ExchangeLog.LongestBody)
            {
                await response.Content.LoadIntoBufferAsync(cancellationToken);
                body = await response.Content.ReadAsStringAsync(cancellationToken);
            }

            return response;
        }
        finally
        {
            log.Add(new(
                at,
                "host",
                "WeChat",
                request.Method.Method,
                Mask.Path(request.RequestUri.AbsolutePath, request.RequestUri.Query),
                (int?)response?.StatusCode ?? 0,
                (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds,
                Mask.Json(body)));
        }
    }
}
