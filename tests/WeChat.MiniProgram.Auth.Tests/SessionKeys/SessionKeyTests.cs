using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;

namespace WeChat.MiniProgram.Auth.Tests;

public sealed class SessionKeyTests
{
    private const string Text = "tiihtNczf5v6AKRyjwEUhQ==";
    private const string Redacted = "SessionKey(redacted)";

    private static readonly SessionKey Key = new(Text);

    [TestCase(Text)]
    [TestCase("a")]
    [TestCase(" not Base64\n")]
    public void Reveal_AnyText_IsTheTextAsGiven(string text) => Assert.That(new SessionKey(text).Reveal(), Is.EqualTo(text));

    [Test]
    public void Constructor_Null_Throws() => Assert.That(() => new SessionKey(null!), Throws.ArgumentNullException);

    [Test]
    public void Constructor_Empty_Throws() => Assert.That(() => new SessionKey(""), Throws.TypeOf<ArgumentException>());

    [Test]
    public void ToString_InEveryWay_ShowsNothing() => Assert.Multiple(() =>
    {
        Assert.That(Key.ToString(), Is.EqualTo(Redacted));
        Assert.That($"{Key}", Is.EqualTo(Redacted));
        Assert.That(string.Concat("", Key), Is.EqualTo(Redacted));
        Assert.That(Convert.ToString(Key, System.Globalization.CultureInfo.InvariantCulture), Is.EqualTo(Redacted));
    });

    [Test]
    public void Equals_SameText_IsEqual()
    {
        var same = new SessionKey(string.Concat(Text.AsSpan(0, 5), Text.AsSpan(5)));

        Assert.That(Key.Equals(same), Is.True);
        Assert.That(Key.Equals((object)same), Is.True);
        Assert.That(Key.GetHashCode(), Is.EqualTo(same.GetHashCode()));
        Assert.That(new HashSet<SessionKey> { Key, same }, Has.Count.EqualTo(1));
    }

    [TestCase("tiihtNczf5v6AKRyjwEUhQ=")]
    [TestCase("tiihtNczf5v6AKRyjwEUhQ== ")]
    [TestCase("TiihtNczf5v6AKRyjwEUhQ==")]
    [TestCase("tiihtNczf5v6AKRyjwEUhR==")]
    public void Equals_OtherText_IsNotEqual(string other) => Assert.That(Key.Equals(new SessionKey(other)), Is.False);

    [Test]
    public void Equals_NullOrAnotherType_IsNotEqual()
    {
        Assert.That(Key.Equals((object)Text), Is.False);
        Assert.That(new SessionKey(Text).Equals((object?)null), Is.False);
        Assert.That(new SessionKey(Text).Equals(null), Is.False);
    }

    [Test]
    public void ConvertTo_ByItsTypeConverter_Throws()
    {
        var converter = TypeDescriptor.GetConverter(typeof(SessionKey));

        Assert.That(converter.CanConvertTo(typeof(string)), Is.True, "or a serializer would go on to the properties");
        Assert.That(converter.CanConvertTo(typeof(int)), Is.False);
        Assert.That(() => converter.ConvertTo(Key, typeof(string)), Throws.TypeOf<NotSupportedException>());
        Assert.That(() => converter.ConvertToInvariantString(Key), Throws.TypeOf<NotSupportedException>());
        Assert.That(() => converter.ConvertFromInvariantString(Text), Throws.TypeOf<NotSupportedException>());
    }

    [Test]
    public void PublicMembers_Any_ExposeNoText()
    {
        Assert.That(typeof(SessionKey).GetProperties(BindingFlags.Instance | BindingFlags.Public), Is.Empty);
        Assert.That(typeof(SessionKey).GetFields(BindingFlags.Instance | BindingFlags.Public), Is.Empty);
        Assert.That(TypeDescriptor.GetProperties(Key), Is.Empty);
        Assert.That(Key, Is.Not.AssignableTo<IFormattable>().And.Not.AssignableTo<IConvertible>());
    }

    [Test]
    public void DebuggerView_Any_ShowsNoText()
    {
        var display = typeof(SessionKey).GetCustomAttribute<DebuggerDisplayAttribute>();
        var fields = typeof(SessionKey).GetFields(BindingFlags.Instance | BindingFlags.NonPublic);

        Assert.That(display?.Value, Is.EqualTo(Redacted));
        Assert.That(fields, Is.Not.Empty);
        Assert.That(
            fields.Select(field => field.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State),
            Is.All.EqualTo(DebuggerBrowsableState.Never));
    }
}
