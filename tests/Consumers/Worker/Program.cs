using Consumers;
using WeChat.MiniProgram.Auth;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddWeChatMiniProgram(); // from the environment: WeChatMiniProgram__AppId and so on
builder.Services.AddHostedService<Worker>();

using var host = builder.Build();
await host.RunAsync();
