using System.Runtime.CompilerServices;
using Consumers;
using Microsoft.Extensions.DependencyInjection;
using WeChat.MiniProgram.Auth;

Check.Same(RuntimeFeature.IsDynamicCodeSupported, false);

var services = new ServiceCollection();
services.AddWeChatMiniProgram(Journey.Configure);
await using var provider = services.BuildServiceProvider();
await Journey.RunAsync(provider, ".NET 10.", ".NETCoreApp,Version=v8.0");
