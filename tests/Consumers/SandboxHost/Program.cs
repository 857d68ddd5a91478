// The stand-in for WeChat's servers, until it is killed. Prints the settings that a program needs to reach it.
using WeChatSandbox;

await using var weChat = await SandboxServer.StartAsync();
Console.WriteLine($"export WeChatMiniProgram__AppId={weChat.Sandbox.AppId}");
Console.WriteLine($"export WeChatMiniProgram__AppSecret={weChat.Sandbox.AppSecret}");
Console.WriteLine($"export WeChatMiniProgram__BaseAddress={weChat.Address}");
await Task.Delay(Timeout.Infinite);
