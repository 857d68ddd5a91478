using System.Reflection;
using System.Xml.Linq;

namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>Users read IntelliSense: each public member has its text there.</summary>
public sealed class DocumentationTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Assembly Library = typeof(IMiniProgramLogin).Assembly;

    private static readonly List<XElement> Members =
        [.. XDocument.Load(Path.Combine(AppContext.BaseDirectory, "WeChat.MiniProgram.Auth.xml")).Descendants("member")];

    [Test]
    public void PublicTypes_AreDocumented() =>
        Assert.That(Library.GetExportedTypes().Select(type => $"T:{type.FullName}").Where(id => !IsDocumented(id)), Is.Empty);

    [Test]
    public void PublicPropertiesAndFields_AreDocumented()
    {
        var ids = Library.GetExportedTypes().SelectMany(type => type.GetProperties(Declared)
            .Where(property => !IsPositional(property))
            .Select(property => $"P:{type.FullName}.{property.Name}")
            .Concat(type.GetFields(Declared).Where(field => !field.IsSpecialName).Select(field => $"F:{type.FullName}.{field.Name}"))).ToList();

        Assert.That(ids, Has.Count.GreaterThan(60));
        Assert.That(ids.Where(id => !IsDocumented(id)), Is.Empty);
    }

    [Test]
    public void PublicMethods_AreDocumented()
    {
        var ids = Library.GetExportedTypes().SelectMany(type => type.GetMethods(Declared)
            .Where(method => !method.IsSpecialName && !IsOfRecord(method))
            .Select(method => $"M:{type.FullName}.{method.Name}")).Distinct().ToList();

        Assert.That(ids, Has.Count.GreaterThanOrEqualTo(20));
        Assert.That(ids.Where(id => !IsDocumented(id)), Is.Empty);
    }

    [Test]
    public void DocumentedOptions_TellTheirDefault()
    {
        var options = Members.Where(member => IdOf(member).StartsWith($"P:{typeof(WeChatMiniProgramOptions).FullName}.", StringComparison.Ordinal)).ToList();

        Assert.That(options, Has.Count.EqualTo(typeof(WeChatMiniProgramOptions).GetProperties().Length));
        Assert.That(options.Where(option => string.IsNullOrWhiteSpace(option.Element("value")?.Value)).Select(IdOf), Is.Empty);
        Assert.That(options.Where(option => !option.Value.Contains("run time", StringComparison.Ordinal) && !option.Value.Contains("Read once", StringComparison.Ordinal)).Select(IdOf), Is.Empty);
    }

    [Test]
    public void Documentation_HasNoEmptyElement() =>
        Assert.That(
            Members.Where(member => member.Elements().Any(element => element.Name != "inheritdoc" && element.Value.Length == 0 && !element.HasElements)).Select(IdOf),
            Is.Empty);

    private static string IdOf(XElement member) => member.Attribute("name")!.Value;

    private static bool IsDocumented(string id) => Members.Exists(member =>
        (IdOf(member) == id || IdOf(member).StartsWith(id + "(", StringComparison.Ordinal) || IdOf(member).StartsWith(id + "`", StringComparison.Ordinal))
        && (member.Element("inheritdoc") is not null || member.Element("summary") is { } summary && (summary.Value.Trim().Length > 0 || summary.HasElements)));

    // A positional record's properties are documented as the parameters of its type.
    private static bool IsPositional(PropertyInfo property) => property.DeclaringType!.GetConstructors()
        .Any(constructor => constructor.GetParameters().Any(parameter => parameter.Name == property.Name));

    private static bool IsOfRecord(MethodInfo method) => method.Name is "<Clone>$" or "Deconstruct" or "Equals" or "GetHashCode" or "ToString";
}
