namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>Which of the library's two assemblies these tests run against.</summary>
internal static class LibraryUnderTest
{
    public static bool IsNetStandard { get; } =
        typeof(SessionKey).Assembly.GetReferencedAssemblies().Any(assembly => assembly.Name == "netstandard");
}
