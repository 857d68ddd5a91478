using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace WeChatSandbox.Wire;

internal static class WeChatEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints, ServedApi api) =>
        endpoints.MapMethods(api.Path, [HttpMethods.Get, HttpMethods.Post], context => HandleAsync(context, api));

    private static async Task HandleAsync(HttpContext context, ServedApi api)
    {
        var isChunked = HttpMethods.IsPost(context.Request.Method) && context.Request.ContentLength is null;
        var fault = isChunked ? null : api.Faults.Next();

        // Whoever sees the count knows that this request has met its fault.
        api.CountRequest();
        if (isChunked)
        {
            // WeChat's gate takes no chunked body, and says nothing more.
            context.Response.StatusCode = StatusCodes.Status412PreconditionFailed;
            context.Response.ContentLength = 0;
            return;
        }

        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            var request = await ApiRequest.ReadAsync(context.Request, ended.Token);
            var exchange = new Exchange(context, api, request, ended.Token);
            await (fault?.ApplyAsync(exchange) ?? exchange.AnswerAsync());
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            context.Abort();
        }
    }
}
