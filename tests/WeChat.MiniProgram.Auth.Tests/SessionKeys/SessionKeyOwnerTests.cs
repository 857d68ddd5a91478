
namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>What names a user prints the app and not the user.</summary>
public sealed class SessionKeyOwnerTests
{
    [Test]
    public void ToString_Owner_NamesOnlyTheApp() => Assert.That(
        $"{new SessionKeyOwner(TestApp.AppId, "oUser")}", Is.EqualTo($"SessionKeyOwner {{ AppId = {TestApp.AppId} }}"));

    [Test]
    public void ToString_Session_ShowsNothing() => Assert.That(
        $"{new JsCodeSession { OpenId = "oUser", UnionId = "oUnion", SessionKey = Verdict.Key }}", Is.EqualTo("JsCodeSession(redacted)"));

    [Test]
    public void ToString_User_NamesOnlyTheApp() => Assert.That(
        $"{new MiniProgramUser { AppId = TestApp.AppId, OpenId = "oUser", UnionId = "oUnion" }}",
        Is.EqualTo($"MiniProgramUser {{ AppId = {TestApp.AppId} }}"));

    [TestCase("wx1", "oUser", true)]
    [TestCase("wx1", "OUser", false)]
    [TestCase("wx2", "oUser", false)]
    [TestCase("wx1o", "User", false)]
    public void Equals_Owner_ComparesBothIds(string appId, string openId, bool equal) =>
        Assert.That(new SessionKeyOwner("wx1", "oUser").Equals(new(appId, openId)), Is.EqualTo(equal));
}
