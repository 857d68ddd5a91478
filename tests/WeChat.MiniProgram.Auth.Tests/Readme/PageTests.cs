using System.Text.RegularExpressions;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>The guide is whole in both languages: twins agree, links lead somewhere, and each page is found from the README.</summary>
internal sealed class PageTests
{
    private static IEnumerable<string> EnglishPages =>
        MarkdownPage.All.Where(page => page.Path.StartsWith("docs/", StringComparison.Ordinal) && !page.IsChinese).Select(page => page.Path)
            .Concat(["README.md", ".github/SECURITY.md", "samples/LoginApi/README.md", "samples/MiniProgram/README.md"]);

    private static IEnumerable<string> ChinesePages => MarkdownPage.All.Where(page => page.IsChinese).Select(page => page.Path);

    [TestCaseSource(nameof(EnglishPages))]
    public void ChinesePage_HasTheOutlineOfTheEnglishOne(string path)
    {
        var english = MarkdownPage.Of(path);

        Assert.That(english.Outline, Has.Count.GreaterThan(3));
        Assert.That(MarkdownPage.Of(english.ChinesePath).Outline, Is.EqualTo(english.Outline));
    }

    [TestCaseSource(nameof(ChinesePages))]
    public void ChinesePage_HasAnEnglishTwin(string path) =>
        Assert.That(MarkdownPage.All.Count(page => page.ChinesePath == path && !page.IsChinese), Is.EqualTo(1));

    [TestCaseSource(nameof(ChinesePages))]
    public void ChinesePage_LinksToChinesePages(string path)
    {
        var pages = MarkdownPage.Of(path).Links.Select(link => Target(path, link).Page).Distinct();
        var english = pages.Where(page => MarkdownPage.Exists(page) && MarkdownPage.Exists(MarkdownPage.Of(page).ChinesePath)).ToList();

        Assert.That(english, Has.Count.EqualTo(1), "its own twin, and no other");
    }

    [TestCaseSource(typeof(MarkdownPage), nameof(MarkdownPage.Paths))]
    public void Links_OnThePage_LeadToAFileAndAHeading(string path)
    {
        var broken = MarkdownPage.Of(path).Links.Where(link => !Leads(Target(path, link)));

        Assert.That(broken, Is.Empty);
    }

    [TestCase("README.md")]
    [TestCase("docs/README.zh-CN.md")]
    public void Readme_LinksToEachPageOfItsLanguage(string readme)
    {
        var linked = MarkdownPage.Of(readme).Links.Select(link => Target(readme, link).Page);
        var pages = MarkdownPage.All.Where(page => page.Path.StartsWith("docs/", StringComparison.Ordinal)
            && page.IsChinese == MarkdownPage.Of(readme).IsChinese && page.Path != readme).Select(page => page.Path);

        Assert.That(pages.Except(linked), Is.Empty);
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Pictures_OfTheJourney_AreShownInEachLanguage(bool isChinese)
    {
        var shown = MarkdownPage.All.Where(page => page.IsChinese == isChinese)
            .SelectMany(page => page.Links.Select(link => Target(page.Path, link).Page));
        var pictures = Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "docs/images"), "*.png")
            .Select(file => $"docs/images/{Path.GetFileName(file)}").Where(picture => picture != "docs/images/icon.png").ToList();

        Assert.That(pictures, Is.Not.Empty);
        Assert.That(pictures.Except(shown), Is.Empty);
    }

    [TestCaseSource(typeof(MarkdownPage), nameof(MarkdownPage.Paths))]
    public void Page_HasNoDoubleBlankLine(string path) => Assert.That(MarkdownPage.Of(path).HasDoubleBlankLine, Is.False);

    private static bool Leads((string Page, string Anchor) target) =>
        (File.Exists(Path.Combine(SourceTree.Root, target.Page)) || Directory.Exists(Path.Combine(SourceTree.Root, target.Page)))
        && (target.Anchor.Length == 0 || (MarkdownPage.Exists(target.Page) && MarkdownPage.Of(target.Page).Anchors.Contains(target.Anchor)));

    private static (string Page, string Anchor) Target(string from, string link)
    {
        var match = Regex.Match(Uri.UnescapeDataString(link), "^([^#]*)#?(.*)$");
        var file = match.Groups[1].Value;
        var folder = Path.GetDirectoryName(Path.Combine(SourceTree.Root, from))!;
        var page = file.Length == 0 ? from : Path.GetRelativePath(SourceTree.Root, Path.GetFullPath(Path.Combine(folder, file))).Replace('\\', '/');
        return (page, match.Groups[2].Value);
    }
}
