using Consumers;

await using var services = WeChatLogin.Services(Journey.Configure);
await Journey.RunAsync(services, ".NET 8.", ".NETCoreApp,Version=v8.0");
