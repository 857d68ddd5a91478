using System.Globalization;
using System.Text.RegularExpressions;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>Tables that list what the code has list all of it.</summary>
internal sealed class TableTests
{
    [TestCase("docs/error-handling.md")]
    [TestCase("docs/error-handling.zh-CN.md")]
    public void ErrorTable_OnThePage_HasEachErrcodeWithItsKind(string path)
    {
        var listed = MarkdownPage.Of(path).Rows.Where(row => row.Count == 5 && Regex.IsMatch(row[0], "^-?\\d+$"))
            .Select(row => (Code: (WeChatErrorCode)int.Parse(row[0], CultureInfo.InvariantCulture), Name: row[1].Trim('`'), Kind: row[2].Trim('`')));
        var known = Enum.GetValues<WeChatErrorCode>().Where(code => code != WeChatErrorCode.Ok)
            .Select(code => (Code: code, Name: code.ToString(), Kind: new WeChatApiException(code, "").Kind.ToString()));

        Assert.That(listed, Is.EquivalentTo(known));
    }

    [TestCase("docs/configuration.md")]
    [TestCase("docs/configuration.zh-CN.md")]
    public void SettingsTable_OnThePage_HasEachSetting(string path)
    {
        var listed = MarkdownPage.Of(path).Rows.Select(row => row[0]).Where(cell => Regex.IsMatch(cell, "^`[A-Z]\\w+`$")).Select(cell => cell.Trim('`'));
        var settings = typeof(WeChatMiniProgramOptions).GetProperties().Concat(typeof(MiniProgramCacheOptions).GetProperties()).Select(property => property.Name);

        Assert.That(listed, Is.EquivalentTo(settings));
    }

    [TestCase("README.md")]
    [TestCase("docs/README.zh-CN.md")]
    public void SettingsTable_InTheReadme_HasEachSettingOfAnApp(string path)
    {
        var listed = MarkdownPage.Of(path).Rows.Select(row => row[0]).Where(cell => Regex.IsMatch(cell, "^`[A-Z]\\w+`(?:(?:, |、)`[A-Z]\\w+`)*$"))
            .SelectMany(cell => Regex.Matches(cell, "\\w+").Select(match => match.Value));

        Assert.That(typeof(WeChatMiniProgramOptions).GetProperties().Select(property => property.Name).Except(listed), Is.Empty);
    }

    [TestCase("README.md")]
    [TestCase("docs/README.zh-CN.md")]
    public void DependencyTable_InTheReadme_HasEachPackage(string path)
    {
        var listed = MarkdownPage.Of(path).Rows.Select(row => row[0]).Where(cell => Regex.IsMatch(cell, "^`(Microsoft|Polly|System)\\.[\\w.]+`$")).Select(cell => cell.Trim('`'));
        var referenced = Regex.Matches(
            SourceTree.ReadText("src/WeChat.MiniProgram.Auth/WeChat.MiniProgram.Auth.csproj"), "<PackageReference Include=\"([\\w.]+)\"(?![^>]*PrivateAssets)")
            .Select(match => match.Groups[1].Value);

        Assert.That(listed, Is.EquivalentTo(referenced));
    }

    [TestCase("docs/troubleshooting.md")]
    [TestCase("docs/troubleshooting.zh-CN.md")]
    public void EventTable_OnThePage_HasEachEvent(string path)
    {
        var listed = MarkdownPage.Of(path).Rows.Select(row => row[0]).Where(cell => Regex.IsMatch(cell, "^\\d{1,2}$"));
        var events = Regex.Matches(SourceTree.ReadText("src/WeChat.MiniProgram.Auth/Diagnostics/LogMessages.cs"), "LoggerMessage\\((\\d+),")
            .Select(match => match.Groups[1].Value).OrderBy(int.Parse);

        Assert.That(listed, Is.EqualTo(events));
    }
}
