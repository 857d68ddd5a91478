namespace WeChat.MiniProgram.Auth.Tests;
public class SmokeTests { [Test] public void Runs() => Assert.That(Environment.Version.Major, Is.GreaterThan(7)); }
