using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace WeChatSandbox.Control;

internal static class FaultControl
{
    public static void Map(IEndpointRouteBuilder control)
    {
        control.MapControl("/faults", ControlApi.Json.FaultBody, Schedule);
        control.MapDelete("/faults", Clear);
    }

    private static void Schedule(Sandbox sandbox, FaultBody body)
    {
        if (body.Always == true)
            sandbox.FailAlways(body.ToFault(), body.Path);
        else
            sandbox.Fail(body.ToFault(), body.Times ?? 1, body.Path);
    }

    private static Task Clear(HttpContext context)
    {
        context.RequestServices.GetRequiredService<Sandbox>().ClearFaults();
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
