using System.Reflection;
using System.Runtime.CompilerServices;

namespace WeChat.MiniProgram.Auth.Tests;

public sealed class PublicTypeTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Assembly Library = typeof(IMiniProgramLogin).Assembly;

    // Where .NET Framework runs it: into a signed program it loads no assembly without a strong name.
    [Test]
    public void Assembly_HasAStrongNameThatStaysForAMajorVersion()
    {
        Assert.That(Convert.ToHexString(Library.GetName().GetPublicKeyToken()!), Is.EqualTo("DF0213D03E1473A4"));
        Assert.That(Library.GetName().Version, Is.EqualTo(new Version(1, 0, 0, 0)));
    }

    [Test]
    public void PublicTypes_AreInTheOneNamespace() =>
        Assert.That(Library.GetExportedTypes().Where(type => type.Namespace != "WeChat.MiniProgram.Auth"), Is.Empty);

    [Test]
    public void Classes_AreSealedStaticOrAbstract() =>
        Assert.That(OwnTypes().Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false }), Is.Empty);

    [Test]
    public void AsyncMethods_HaveTheSuffixAndALastOptionalToken()
    {
        var methods = Library.GetExportedTypes().SelectMany(type => type.GetMethods(Declared)).Where(IsAsync).ToList();
        var wrong = methods.Where(method => !method.Name.EndsWith("Async", StringComparison.Ordinal)
            || method.GetParameters().LastOrDefault() is not { Name: "cancellationToken", HasDefaultValue: true } last
            || last.ParameterType != typeof(CancellationToken));

        Assert.That(methods, Is.Not.Empty);
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void StaticFields_AreReadOnly()
    {
        var fields = OwnTypes().SelectMany(type => type.GetFields(Declared)).Where(field => field.IsStatic && !IsGenerated(field)).ToList();

        Assert.That(fields, Is.Not.Empty);
        Assert.That(fields.Where(field => field is { IsInitOnly: false, IsLiteral: false }).Select(field => $"{field.DeclaringType}.{field.Name}"), Is.Empty);
    }

    [Test]
    public void References_NameNoOtherJsonOrCipherLibrary()
    {
        var references = Library.GetReferencedAssemblies().Select(name => name.Name!).ToList();

        Assert.That(references, Does.Contain("System.Text.Json"));
        Assert.That(references.Where(name => name.StartsWith("Newtonsoft", StringComparison.Ordinal)
            || name.StartsWith("BouncyCastle", StringComparison.Ordinal) || name.StartsWith("Flurl", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void Exceptions_AreSealedAndPublic()
    {
        var exceptions = OwnTypes().Where(type => type.IsSubclassOf(typeof(Exception)) && type.Name != "AttemptFailedException").ToList();

        Assert.That(exceptions, Has.Count.EqualTo(6));
        Assert.That(exceptions, Has.All.Matches<Type>(type => type is { IsSealed: true, IsPublic: true }));
    }

    private static bool IsAsync(MethodInfo method) =>
        method.ReturnType.Name is "Task" or "Task`1" or "ValueTask" or "ValueTask`1";

    private static IEnumerable<Type> OwnTypes() => Library.GetTypes()
        .Where(type => type.Namespace == "WeChat.MiniProgram.Auth" && !IsGenerated(type) && !IsSourceGenerated(type));

    private static bool IsGenerated(MemberInfo? member) => member is not null
        && (member.IsDefined(typeof(CompilerGeneratedAttribute), false) || member.Name.Contains('<') || IsGenerated(member.DeclaringType));

    private static bool IsSourceGenerated(Type type) => type.Name.EndsWith("JsonContext", StringComparison.Ordinal);
}
