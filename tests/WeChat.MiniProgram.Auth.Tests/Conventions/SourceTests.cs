using System.Text.RegularExpressions;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>The folders are the stages of a login, and know each other in one direction only.</summary>
public sealed class SourceTests
{
    [TestCase("UserData", "WeChatApi")]
    [TestCase("UserData", "Login")]
    [TestCase("SessionKeys", "UserData")]
    [TestCase("SessionKeys", "WeChatApi")]
    [TestCase("SessionKeys", "Login")]
    [TestCase("WeChatApi", "UserData")]
    [TestCase("WeChatApi", "SessionKeys")]
    [TestCase("WeChatApi", "Login")]
    public void Stage_DoesNotNameTheTypesOf(string stage, string other)
    {
        var types = SourceTree.Files(other).Select(file => Path.GetFileNameWithoutExtension(file)).ToList();
        var anyOfThem = new Regex($@"\b({string.Join("|", types)})\b", RegexOptions.CultureInvariant);
        var breaches = SourceTree.Files(stage)
            .SelectMany(file => anyOfThem.Matches(SourceTree.Code(file)).Select(match => $"{Path.GetFileName(file)}: {match.Value}"));

        Assert.That(types, Is.Not.Empty);
        Assert.That(breaches, Is.Empty);
    }

    [Test]
    public void ConditionalCompilation_IsInCompatOnly()
    {
        var files = SourceTree.Files().Where(file => File.ReadLines(file).Any(line => line.TrimStart().StartsWith("#if", StringComparison.Ordinal))).ToList();

        Assert.That(files, Is.Not.Empty);
        Assert.That(files.Except(SourceTree.Files("Compat")), Is.Empty);
    }

    [Test]
    public void Files_AreSmall()
    {
        var lengths = SourceTree.Files().Select(file => (Name: Path.GetFileName(file), Lines: File.ReadLines(file).Count())).ToList();

        Assert.That(lengths.Where(file => file.Lines > 250), Is.Empty);
        Assert.That(lengths.Count(file => file.Lines < 110), Is.GreaterThanOrEqualTo(lengths.Count * 0.9));
    }

    [Test]
    public void Files_DeclareOneTypeNamedForThem()
    {
        var declaration = new Regex(@"^(?:public|internal) (?:static |sealed |abstract |partial |readonly )*(?:class|record struct|record|struct|interface|enum) (\w+)", RegexOptions.Multiline);
        var wrong = SourceTree.Files().Where(file => !declaration.Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)
            .SequenceEqual([Path.GetFileNameWithoutExtension(file)]));

        Assert.That(wrong.Select(file => Path.GetFileName(file)), Is.Empty);
    }
}
