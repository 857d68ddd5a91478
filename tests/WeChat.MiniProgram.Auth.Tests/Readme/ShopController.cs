using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth.Tests;

// README begins
[ApiController, Authorize("shop")]
public sealed class ShopController([FromKeyedServices("shop")] IMiniProgramLogin login) : ControllerBase
{
    [HttpPost("/shop/logout")]
    public Task LogoutAsync(CancellationToken cancellationToken) =>
        login.LogoutAsync(User.FindFirstValue("openid")!, cancellationToken);
}

// README ends
