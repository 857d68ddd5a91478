using System.Text;
using CsCheck;

namespace WeChat.MiniProgram.Auth.Tests;

public sealed class JsCodeFuzzTests
{
    private static readonly string[] Names = ["appid", "secret", "js_code", "grant_type"];

    [Test]
    public async Task ExchangeAsync_AnyCode_IsSentAsOneValueOrRefused()
    {
        using var handler = ScriptedHandler.OfBodies(Answers.Session);
        using var app = TestApp.Over(handler);
        await Fuzzed.SampleAsync(
            Gen.OneOf(Hostile.Text, Hostile.Text.Select(text => $"x&appid=other#{text}"), Gen.Char[" \t\r\n"].Array[0, 4].Select(blanks => new string(blanks))),
            async jsCode =>
            {
                if (string.IsNullOrWhiteSpace(jsCode))
                {
                    await Failure.OfAsync<ArgumentException>(app.Sessions.ExchangeAsync(jsCode));
                    return;
                }

                await app.Sessions.ExchangeAsync(jsCode);

                var values = handler.Requests[^1].Query.TrimStart('?').Split('&').Select(pair => pair.Split('=')).ToList();
                Assert.That(values.Select(pair => pair[0]), Is.EqualTo(Names));

                // Half of a surrogate pair has no UTF-8 and goes as U+FFFD.
                Assert.That(Uri.UnescapeDataString(values[2][1]), Is.EqualTo(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(jsCode))));
            });
    }
}
