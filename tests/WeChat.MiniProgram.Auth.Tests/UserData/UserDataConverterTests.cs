using System.Text.Json;

namespace WeChat.MiniProgram.Auth.Tests;

public sealed class UserDataConverterTests
{
    [Test]
    public void Write_WithoutAWriter_ThrowsForTheArgument()
    {
        Assert.That(
            () => new TextOrNumberJsonConverter().Write(null!, "86", JsonSerializerOptions.Default),
            Throws.ArgumentNullException.With.Property("ParamName").EqualTo("writer"));
        Assert.That(
            () => new UnixSecondsJsonConverter().Write(null!, default, JsonSerializerOptions.Default),
            Throws.ArgumentNullException.With.Property("ParamName").EqualTo("writer"));
    }
}
