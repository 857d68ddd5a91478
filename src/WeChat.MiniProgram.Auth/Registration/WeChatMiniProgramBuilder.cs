using Microsoft.Extensions.DependencyInjection;

namespace WeChat.MiniProgram.Auth;

internal sealed record WeChatMiniProgramBuilder(string Name, IServiceCollection Services, IHttpClientBuilder HttpClient)
    : IWeChatMiniProgramBuilder;
