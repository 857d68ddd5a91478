using System.Text.RegularExpressions;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>The source tree that the tests were built from, for what no analyzer checks.</summary>
internal static class SourceTree
{
    public static string Root { get; } = FindRoot();

    public static string ReadText(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static IReadOnlyList<string> Files(string folder = "") =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "src", "WeChat.MiniProgram.Auth", folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)),
    ];

    /// <summary>The files of the tests themselves, which show what the docs do.</summary>
    public static IReadOnlyList<string> TestFiles() =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, "tests", "WeChat.MiniProgram.Auth.Tests", "Readme"), "*.cs")];

    /// <summary>A file's text without its comments and without what its string literals say.</summary>
    public static string Code(string file) => Regex.Replace(
        string.Join('\n', File.ReadLines(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))),
        "(?<!\\$)\"[^\"\n]*\"",
        "text");

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "WeChat.MiniProgram.Auth.slnx")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new DirectoryNotFoundException("The tests run from within the repository.");
    }
}
