using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace WeChatSandbox.Control;

internal static class ControlRoute
{
    /// <summary>Maps a POST whose body is read as JSON whatever its content type, so that a plain <c>curl -d</c> works.</summary>
    public static void MapControl<TBody>(
        this IEndpointRouteBuilder endpoints, string path, JsonTypeInfo<TBody> bodyType, Func<Sandbox, TBody, IResult> act)
        where TBody : class
    {
        endpoints.MapPost(path, async context =>
        {
            var result = await RunAsync(context, bodyType, act);
            await result.ExecuteAsync(context);
        });
    }

    /// <summary>The same for what has no answer.</summary>
    public static void MapControl<TBody>(
        this IEndpointRouteBuilder endpoints, string path, JsonTypeInfo<TBody> bodyType, Action<Sandbox, TBody> act)
        where TBody : class => endpoints.MapControl(path, bodyType, (sandbox, body) =>
    {
        act(sandbox, body);
        return TypedResults.NoContent();
    });

    private static async Task<IResult> RunAsync<TBody>(
        HttpContext context, JsonTypeInfo<TBody> bodyType, Func<Sandbox, TBody, IResult> act)
        where TBody : class
    {
        try
        {
            var body = await JsonSerializer.DeserializeAsync(context.Request.Body, bodyType, context.RequestAborted);
            return body is null
                ? Problem("The body is null.", StatusCodes.Status400BadRequest)
                : act(context.RequestServices.GetRequiredService<Sandbox>(), body);
        }
        catch (KeyNotFoundException unknown)
        {
            return Problem(unknown.Message, StatusCodes.Status404NotFound);
        }
        catch (Exception wrong) when (wrong is JsonException or ArgumentException or OverflowException)
        {
            return Problem(wrong.Message, StatusCodes.Status400BadRequest);
        }
    }

    private static ProblemHttpResult Problem(string detail, int status) => TypedResults.Problem(detail, statusCode: status);
}
