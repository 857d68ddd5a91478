using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>Which of the library's two assemblies these tests run against, and on which runtime.</summary>
internal static class LibraryUnderTest
{
    private static readonly Assembly Library = typeof(SessionKey).Assembly;

    public static bool IsNetStandard { get; } = Library.GetReferencedAssemblies().Any(assembly => assembly.Name == "netstandard");

    /// <summary>Such as "netstandard2.0 assembly on .NET 10.0.0".</summary>
    public static string Name
    {
        get
        {
            var framework = new FrameworkName(Library.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName);
            var moniker = framework.Identifier == ".NETStandard" ? "netstandard" : "net";
            return $"{moniker}{framework.Version.ToString(2)} assembly on {RuntimeInformation.FrameworkDescription}";
        }
    }
}
