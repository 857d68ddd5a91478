using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>The lines by which a host answers with problem details.</summary>
internal static class ExceptionHandling
{
    public static void AddTo(WebApplicationBuilder builder)
    {
        // README begins
        builder.Services.AddProblemDetails();
        builder.Services.AddExceptionHandler<WeChatExceptionHandler>();

        // README ends
    }

    public static void Use(WebApplication app)
    {
        // README begins
        app.UseExceptionHandler();

        // README ends
    }
}
