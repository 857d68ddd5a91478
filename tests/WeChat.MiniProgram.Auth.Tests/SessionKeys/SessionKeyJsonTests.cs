using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace WeChat.MiniProgram.Auth.Tests;

public sealed class SessionKeyJsonTests
{
    private const string Text = "tiihtNczf5v6AKRyjwEUhQ==";

    private static readonly JsonSerializerOptions[] Serializers =
    [
        new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() },
        new(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver(), IncludeFields = true },
        new() { TypeInfoResolver = SessionKeyJsonContext.Default },
    ];

    private static object[] Carriers =>
    [
        new SessionKey(Text),
        new JsCodeSession { OpenId = "oUser", SessionKey = new(Text) },
        new Dictionary<string, SessionKey> { ["key"] = new(Text) },
    ];

    [Test]
    public void Serialize_AnythingWithASessionKey_Throws(
        [ValueSource(nameof(Serializers))] JsonSerializerOptions serializer, [ValueSource(nameof(Carriers))] object carrier)
    {
        using var written = new MemoryStream();

        Assert.That(
            () => JsonSerializer.Serialize(written, carrier, carrier.GetType(), serializer),
            Throws.TypeOf<NotSupportedException>().With.Message.Not.Contain(Text).And.Message.Contain("session_key"));
        Assert.That(System.Text.Encoding.UTF8.GetString(written.ToArray()), Does.Not.Contain(Text));
    }

    [Test]
    public void Serialize_SessionKeyAsAMemberName_Throws() => Assert.That(
        () => JsonSerializer.Serialize(new Dictionary<SessionKey, int> { [new(Text)] = 1 }),
        Throws.TypeOf<NotSupportedException>().With.Message.Not.Contain(Text));

    [Test]
    public void Serialize_SessionKeyInAnAnonymousObject_Throws() => Assert.That(
        () => JsonSerializer.Serialize(new { session = (object)new JsCodeSession { OpenId = "oUser", SessionKey = new(Text) } }),
        Throws.TypeOf<NotSupportedException>());

    [TestCase("\"tiihtNczf5v6AKRyjwEUhQ==\"", typeof(SessionKey))]
    [TestCase("{\"base64\":\"tiihtNczf5v6AKRyjwEUhQ==\"}", typeof(SessionKey))]
    [TestCase("{\"OpenId\":\"o\",\"SessionKey\":\"tiihtNczf5v6AKRyjwEUhQ==\"}", typeof(JsCodeSession))]
    public void Deserialize_SessionKey_Throws(string json, Type type)
    {
        Assert.That(() => JsonSerializer.Deserialize(json, type), Throws.TypeOf<NotSupportedException>());
        Assert.That(() => JsonSerializer.Deserialize(json, type, SessionKeyJsonContext.Default), Throws.TypeOf<NotSupportedException>());
    }

    [Test]
    public void Serialize_User_Works() => Assert.That(
        JsonSerializer.Serialize(new MiniProgramUser { AppId = "wx", OpenId = "oUser" }),
        Is.EqualTo("""{"AppId":"wx","OpenId":"oUser","UnionId":null}"""));
}
