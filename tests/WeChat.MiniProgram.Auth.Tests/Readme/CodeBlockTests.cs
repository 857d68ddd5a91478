using System.Text.RegularExpressions;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>Every C# block on a page is code between the markers of a file here: it compiles, and tests run it.</summary>
internal sealed class CodeBlockTests
{
    [TestCase("README.md", "LoginEndpoint.cs")]
    [TestCase("docs/README.zh-CN.md", "LoginEndpoint.cs")]
    [TestCase("docs/several-machines.md", "SharedKeys.cs")]
    [TestCase("docs/several-machines.zh-CN.md", "SharedKeys.cs")]
    [TestCase("docs/custom-session-key-store.md", "SqlSessionKeyStoreHost.cs", "SqlSessionKeyStore.cs")]
    [TestCase("docs/custom-session-key-store.zh-CN.md", "SqlSessionKeyStoreHost.cs", "SqlSessionKeyStore.cs")]
    public void CSharpBlocks_OnThePage_AreTheCompiledOnes(string page, params string[] files)
    {
        var blocks = Matches(SourceTree.ReadText(page), "^```csharp\n(.*?)\n```$");
        var compiled = files.SelectMany(file => Snippets($"tests/WeChat.MiniProgram.Auth.Tests/Readme/{file}")).ToList();

        Assert.That(compiled, Is.Not.Empty.And.All.Length.GreaterThan(100));
        Assert.That(blocks, Is.EqualTo(compiled));
    }

    [TestCase("docs/several-machines")]
    [TestCase("docs/custom-session-key-store")]
    public void ChinesePage_HasTheSectionsAndBlocksOfTheEnglishOne(string page)
    {
        var english = Outline($"{page}.md");

        Assert.That(english, Has.Count.GreaterThan(4));
        Assert.That(Outline($"{page}.zh-CN.md"), Is.EqualTo(english));
    }

    private static List<string> Snippets(string file) =>
        [.. Matches(SourceTree.ReadText(file), "^ *// README begins\n(.*?)\n *// README ends$").Select(Unindent)];

    private static string Unindent(string code)
    {
        var indent = code.Length - code.TrimStart(' ').Length;
        return string.Join('\n', code.Split('\n').Select(line => line.Length > indent ? line[indent..] : line)).Trim();
    }

    private static List<string> Outline(string page) => Matches(SourceTree.ReadText(page), "^(#+|```\\w+|\\|) ?");

    private static List<string> Matches(string text, string pattern) =>
        [.. Regex.Matches(text, pattern, RegexOptions.Multiline | RegexOptions.Singleline).Select(match => match.Groups[1].Value)];
}
