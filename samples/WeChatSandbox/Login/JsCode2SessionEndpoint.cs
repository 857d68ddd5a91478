using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace WeChatSandbox.Login;

internal static class JsCode2SessionEndpoint
{
    public const string Path = "/sns/jscode2session";

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods(Path, [HttpMethods.Get, HttpMethods.Post], HandleAsync);

    private static async Task HandleAsync(HttpContext context)
    {
        var sandbox = context.RequestServices.GetRequiredService<Sandbox>();
        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);

        sandbox.CountRequest();
        var exchange = new Exchange(context, sandbox, ended.Token);
        try
        {
            await (sandbox.Faults.Next()?.ApplyAsync(exchange) ?? exchange.AnswerAsync());
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            context.Abort();
        }
    }
}
