using System.Net;
using System.Runtime.CompilerServices;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>On a machine that reaches the world through a proxy (HTTP_PROXY), the tests reach this machine all the same.</summary>
internal static class NoProxy
{
    [ModuleInitializer]
    internal static void Set() => HttpClient.DefaultProxy = new WebProxy();
}
