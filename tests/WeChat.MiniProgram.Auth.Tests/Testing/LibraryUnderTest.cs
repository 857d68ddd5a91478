using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>Which of the library's two assemblies these tests run against, and on which runtime.</summary>
internal static class LibraryUnderTest
{
    private static readonly Assembly Library = typeof(SessionKey).Assembly;

    // What it was built for, and not what it refers to: an instrumented assembly refers to netstandard whatever its target.
    private static readonly FrameworkName Target = new(Library.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName);

    public static bool IsNetStandard { get; } = Target.Identifier == ".NETStandard";

    /// <summary>Such as "netstandard2.0 assembly on .NET 10.0.0".</summary>
    public static string Name { get; } =
        $"{(IsNetStandard ? "netstandard" : "net")}{Target.Version.ToString(2)} assembly on {RuntimeInformation.FrameworkDescription}";
}
