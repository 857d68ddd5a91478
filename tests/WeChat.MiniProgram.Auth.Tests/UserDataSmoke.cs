using WeChat.MiniProgram.Auth.Tests.Testing;
namespace WeChat.MiniProgram.Auth.Tests;
public class UserDataSmoke {
 [Test] public void Official() {
   using var app = new TestApp(o => { o.AppId = Vectors.Official.AppId; o.UserDataMaxAge = Timeout.InfiniteTimeSpan; });
   var u = app.Decryptor.Decrypt<UserInfo>(new(Vectors.Official.SessionKey), new(Vectors.Official.EncryptedData, Vectors.Official.Iv));
   Assert.That(u.OpenId, Is.EqualTo("oGZUI0egBJY1zhBYw2KhdUfwVJJE"));
 }
}
