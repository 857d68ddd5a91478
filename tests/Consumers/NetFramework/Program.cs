using Consumers;

using var services = WeChatLogin.Services(Journey.Configure);
await Journey.RunAsync(services, args[0], ".NETStandard,Version=v2.0");
