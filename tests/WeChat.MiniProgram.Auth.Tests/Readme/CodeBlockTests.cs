using System.Text.RegularExpressions;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>Every C# block on a page is code between the markers of a file here: it compiles, and tests run much of it.</summary>
internal sealed class CodeBlockTests
{
    private static readonly string[] Languages = ["csharp", "bash", "javascript", "json", "sql", "text", "xml"];

    private static readonly List<string> Compiled = [.. SourceTree.TestFiles().SelectMany(file => Snippets(File.ReadAllText(file)))];

    [TestCaseSource(typeof(MarkdownPage), nameof(MarkdownPage.Paths))]
    public void CSharpBlocks_OnThePage_AreCompiled(string path) =>
        Assert.That(MarkdownPage.Of(path).CSharpBlocks.Except(Compiled), Is.Empty);

    [TestCaseSource(typeof(MarkdownPage), nameof(MarkdownPage.Paths))]
    public void CodeBlocks_OnThePage_TellTheirLanguage(string path)
    {
        Assert.That(MarkdownPage.Of(path).Languages.Except(Languages), Is.Empty);
        Assert.That(MarkdownPage.Of(path).IndentedCode, Is.Empty);
    }

    [Test]
    public void CompiledSnippets_AllOfThem_AreOnAPage()
    {
        var shown = MarkdownPage.All.SelectMany(page => page.CSharpBlocks).ToList();

        Assert.That(Compiled, Has.Count.GreaterThan(20).And.All.Not.Empty);
        Assert.That(Compiled.Except(shown), Is.Empty);
    }

    private static IEnumerable<string> Snippets(string text) =>
        Regex.Matches(text, "^ *// README begins\n(.*?)\n *// README ends$", RegexOptions.Multiline | RegexOptions.Singleline)
            .Select(match => Unindent(match.Groups[1].Value));

    private static string Unindent(string code)
    {
        var indent = code.Length - code.TrimStart(' ').Length;
        return string.Join('\n', code.Split('\n').Select(line => line.Length > indent ? line[indent..] : line)).Trim();
    }
}
