using System.Net;
using System.Text;
using CsCheck;

namespace WeChat.MiniProgram.Auth.Tests;

public sealed class AnswerFuzzTests
{
    private const int FixedBytes = 128 * 1024;
    private const int MaxMessageLength = 512;

    private static readonly string[] Members =
    [
        "errcode", "errmsg", "openid", "unionid", "session_key", "access_token", "expires_in", "phone_info", "vaild", "create_time", "openpid", "key_info_list",
    ];

    private static readonly Gen<int> Status = Gen.OneOfConst(200, 200, 200, 200, 204, 302, 400, 404, 412, 429, 500, 503);

    [Test]
    public async Task ExchangeAsync_AnyAnswer_IsASessionOrADocumentedFailure()
    {
        HttpResponseMessage answer = null!;
        using var handler = ScriptedHandler.Of(() => answer);
        using var app = TestApp.Over(handler, options => options.MaxRetryAttempts = 0);
        var sessions = 0;
        await Fuzzed.SampleAsync(AnswersLike(Answers.Session), async input =>
        {
            // A circuit that opened has closed again by then.
            app.Time.Advance(TimeSpan.FromMinutes(1));
            answer = input();
            if (await IsAnsweredAsync(async () => Check(await app.Sessions.ExchangeAsync(Answers.Code)), TestApp.AppSecret, Answers.Code))
            {
                sessions++;
            }
        });

        Assert.That(sessions, Is.Positive);
    }

    [Test]
    public Task ExchangeAsync_AnyAnswerAgainAndAgain_IsGivenUpAfterThreeRequests() => Fuzzed.SampleAsync(
        AnswersLike(Answers.Error(-1)),
        async input =>
        {
            using var handler = ScriptedHandler.Of(input);
            using var app = TestApp.Over(handler);

            var call = IsAnsweredAsync(async () => Check(await app.Sessions.ExchangeAsync(Answers.Code)), TestApp.AppSecret, Answers.Code);
            await Eventually.IsOverAsync(call, app.Time, TimeSpan.FromSeconds(1));
            await call;
            Assert.That(handler.Count, Is.InRange(1, 3));
        },
        times: 100);

    [Test]
    public Task GetAccessTokenAsync_AnyAnswer_IsATokenOrADocumentedFailure() => Fuzzed.SampleAsync(
        AnswersLike(Answers.Token("a-token")),
        async input =>
        {
            using var handler = ScriptedHandler.Of(input);
            using var app = TestApp.Over(handler, options => options.MaxRetryAttempts = 0);
            await IsAnsweredAsync(async () => Assert.That(await app.AccessTokens.GetAccessTokenAsync(), Is.Not.Empty), TestApp.AppSecret);
        },
        times: 100);

    [TestCaseSource(typeof(UserApi), nameof(UserApi.Names))]
    public async Task UserApi_AnyAnswer_IsAResultOrADocumentedFailure(string name)
    {
        var api = UserApi.Of(name);
        HttpResponseMessage answer = null!;
        using var weChat = new WeChatByPath().On(api.Path, (_, _) => Task.FromResult(answer));
        using var app = await TestApp.WithUserAsync(weChat, options =>
        {
            options.MaxRetryAttempts = 0;
            options.SessionKeyLifetime = TimeSpan.FromDays(30);
        });
        await Fuzzed.SampleAsync(
            AnswersLike(api.Success),
            async input =>
            {
                app.Time.Advance(TimeSpan.FromMinutes(1));
                answer = input();
                await IsAnsweredAsync(() => api.CallAsync(app.Users, CancellationToken.None), Answers.OpenId, Answers.PhoneCode, UserApi.PluginCode);
            },
            times: 100);
    }

    [Test]
    public async Task ExchangeAsync_LongAnswer_AllocatesInProportionToItAndNoMoreThanTheLimit()
    {
        var measured = 0;
        HttpResponseMessage answer = null!;
        using var handler = ScriptedHandler.Of(() => answer);
        using var app = TestApp.Over(handler, options => options.MaxRetryAttempts = 0);
        await Fuzzed.SampleAsync(
            Gen.Select(Gen.Int[0, 3_000_000], Gen.OneOfConst(" ", "[", "\"", "{\"a\":"), Gen.Bool),
            async input =>
            {
                var (length, part, withLength) = input;
                var body = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(part, length / part.Length)));
                app.Time.Advance(TimeSpan.FromMinutes(1));
                answer = Answers.Bytes(body);
                if (!withLength)
                {
                    answer.Content = new StreamContent(new UnseekableStream(new MemoryStream(body)));
                }

                var (thread, before) = (Environment.CurrentManagedThreadId, GC.GetAllocatedBytesForCurrentThread());
                await IsAnsweredAsync(() => app.Sessions.ExchangeAsync(Answers.Code), TestApp.AppSecret, Answers.Code);

                // The count is a thread's own: a call that ended on another one, as few do, cannot be measured.
                var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
                if (thread == Environment.CurrentManagedThreadId)
                {
                    measured++;
                    Assert.That(allocated, Is.LessThan(FixedBytes + (4L * Math.Min(length, 1024 * 1024))));
                }
            },
            times: 30);

        Assert.That(measured, Is.Positive);
    }

    [Test]
    public Task WeChatApiException_AnyErrcodeAndErrmsg_KeepsBoth() => Fuzzed.SampleAsync(
        Gen.Select(Gen.Int, Gen.OneOf(Hostile.Text, Hostile.Damaged("hints: [ req_id: aBcDeFgH ] rid: 64e5b9f4-1f3c7a2b-0a1b2c3d").Select(Encoding.Latin1.GetString))),
        input =>
        {
            var exception = new WeChatApiException((WeChatErrorCode)input.Item1, input.Item2);

            Assert.That(((int)exception.ErrorCode, exception.ErrorMessage), Is.EqualTo((input.Item1, input.Item2)));
            Assert.That(exception.RequestId, Is.Null.Or.Not.Empty);
            Assert.That(Enum.IsDefined(exception.Kind), Is.True);
        });

    private static Gen<Func<HttpResponseMessage>> AnswersLike(string genuine)
    {
        var body = Gen.OneOf(
            Gen.Const(Encoding.UTF8.GetBytes(genuine)),
            Hostile.Bytes,
            Hostile.Damaged(genuine),
            Hostile.Damaged(genuine),
            Hostile.Json(Members).Select(Encoding.UTF8.GetBytes));
        return Gen.Select(Status, body).Select(input => (Func<HttpResponseMessage>)(() =>
        {
            var response = Answers.Bytes(input.Item2);
            response.StatusCode = (HttpStatusCode)input.Item1;
            return response;
        }));
    }

    /// <summary>What was sent must not come back in a failure. An answer may hold all else, another user's code by chance.</summary>
    private static async Task<bool> IsAnsweredAsync(Func<Task> call, params string[] sent)
    {
        try
        {
            await call();
            return true;
        }
        catch (WeChatApiException exception)
        {
            Assert.That((int)exception.ErrorCode, Is.Not.Zero);
            Assert.That(exception.ErrorMessage, Has.Length.LessThanOrEqualTo(MaxMessageLength));
            Assert.That(exception.ErrorMessage.Any(char.IsControl), Is.False);
            ShowsNoneOf(exception, sent);
        }
        catch (WeChatUnavailableException exception)
        {
            Assert.That(exception.InnerException, Is.Not.Null);
            ShowsNoneOf(exception, sent);
        }

        return false;
    }

    private static void ShowsNoneOf(Exception exception, string[] sent)
    {
        var shown = exception.ToString();
        Assert.That(shown, Does.Not.Contain(Answers.SessionKey));
        Assert.That(sent.Where(shown.Contains), Is.Empty);
    }

    private static void Check(JsCodeSession session)
    {
        Assert.That(session.OpenId, Is.Not.Empty);
        Assert.That(session.UnionId, Is.Null.Or.Not.Empty);
        Assert.That(session.SessionKey.Reveal(), Is.Not.Empty);
    }
}
