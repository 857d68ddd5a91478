using System.Text.RegularExpressions;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>A Markdown file of the repository, by its path from the root.</summary>
internal sealed class MarkdownPage(string path)
{
    private static readonly string[] NotOurs = ["bin", "obj", "artifacts", "node_modules", "TestResults", "BenchmarkDotNet.Artifacts", ".git", ".vs", ".idea"];

    private readonly string text = SourceTree.ReadText(path);

    public static IReadOnlyList<MarkdownPage> All { get; } =
        [.. PathsIn(new DirectoryInfo(SourceTree.Root)).Order(StringComparer.Ordinal).Select(path => new MarkdownPage(path))];

    public static IEnumerable<string> Paths => All.Select(page => page.Path);

    public string Path => path;

    /// <summary>The same page in Chinese, there or not.</summary>
    public string ChinesePath => path == "README.md" ? "docs/README.zh-CN.md" : path.Replace(".md", ".zh-CN.md", StringComparison.Ordinal);

    public bool IsChinese => path.EndsWith(".zh-CN.md", StringComparison.Ordinal);

    public IReadOnlyList<string> CSharpBlocks => Matches(text, @"^```csharp\n(.*?)\n```$");

    /// <summary>The words behind the fences that begin a block.</summary>
    public IReadOnlyList<string> Languages => Matches(text, @"^```([^\n]*)\n.*?\n```$");

    /// <summary>What two languages have in common: headings, C# as it is, other blocks by their language, table rows by their cells.</summary>
    public IReadOnlyList<string> Outline =>
    [
        .. Matches(text, @"^(?:(?<part>```csharp\n.*?\n```)$|(?<part>```[^\n]*)\n.*?\n```$|(?<part>#+) |(?<part>\|.*?\|)$)")
            .Select(part => part.StartsWith('|') ? $"row of {part.Count(c => c == '|') - 1}" : part),
    ];

    public IReadOnlyList<string> Links => Matches(Prose, @"\]\((?!https?:)([^)\s]+)\)");

    /// <summary>The headings, as GitHub names their anchors.</summary>
    public IReadOnlyList<string> Anchors => [.. Matches(Prose, @"^#+ (.*)$", RegexOptions.None).Select(AnchorOf)];

    /// <summary>Indented code, which no fence tells the language of.</summary>
    public IReadOnlyList<string> IndentedCode => Matches(Prose, @"^( {4}.*[;{]|\t.*)$", RegexOptions.None);

    public IReadOnlyList<IReadOnlyList<string>> Rows =>
        [.. Matches(Prose, @"^\|(.*)\|$", RegexOptions.None).Select(row => row.Split('|').Select(cell => cell.Trim()).ToList())];

    public bool HasDoubleBlankLine => text.Contains("\n\n\n", StringComparison.Ordinal);

    private string Prose => Regex.Replace(text, @"^```.*?^```$", "", RegexOptions.Multiline | RegexOptions.Singleline);

    public static MarkdownPage Of(string path) => All.Single(page => page.Path == path);

    public static bool Exists(string path) => All.Any(page => page.Path == path);

    private static IEnumerable<string> PathsIn(DirectoryInfo folder) => folder.EnumerateFiles("*.md")
        .Select(file => System.IO.Path.GetRelativePath(SourceTree.Root, file.FullName).Replace('\\', '/'))
        .Concat(folder.EnumerateDirectories().Where(child => !NotOurs.Contains(child.Name)).SelectMany(PathsIn));

    private static string AnchorOf(string heading) =>
        Regex.Replace(heading.ToLowerInvariant(), @"[^\p{L}\p{M}\p{N}\p{Pc} -]", "").Replace(' ', '-');

    private static List<string> Matches(string text, string pattern, RegexOptions options = RegexOptions.Singleline) =>
        [.. Regex.Matches(text, pattern, RegexOptions.Multiline | options).Select(match => match.Groups[1].Value)];
}
