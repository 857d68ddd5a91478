using System.Security.Cryptography;
using System.Text;

namespace WeChat.MiniProgram.Auth.Fuzz;

/// <summary>Where what others wrote comes in.</summary>
internal static class Targets
{
    private const string SessionKey = "MDEyMzQ1Njc4OWFiY2RlZg==";
    private const string Iv = "ZmVkY2JhOTg3NjU0MzIxMA==";

    private static readonly Dictionary<string, Func<FuzzedApp, Action<byte[]>>> All = new()
    {
        ["texts"] = app => input => DecryptTexts(app, input),
        ["plaintext"] = app => input => DecryptPlaintext(app, input),
        ["signature"] = _ => VerifySignature,
        ["answer"] = app => input => Exchange(app, input),
        ["stored"] = app => input => ReadStored(app, input),
    };

    public static IEnumerable<string> Names => All.Keys;

    // Made at each use: the package's instrumented code must not run before the fuzzer has begun.
    private static SessionKey Key => new(SessionKey);

    private static SessionKeyOwner User => new(FuzzedApp.AppId, "oGZUI0egBJY1zhBYw2KhdUfwVJJE");

    public static Action<byte[]>? Of(string? name) =>
        name is not null && All.TryGetValue(name, out var target) ? Deferred(target) : null;

    private static Action<byte[]> Deferred(Func<FuzzedApp, Action<byte[]>> target)
    {
        var made = new Lazy<Action<byte[]>>(() => target(new FuzzedApp()));
        return input => made.Value(input);
    }

    /// <summary>Lines: encryptedData, iv, session_key.</summary>
    private static void DecryptTexts(FuzzedApp app, byte[] input)
    {
        var lines = LinesOf(input);
        Decrypt<UserInfo>(app, new(lines[2] + lines[2].Length), new(lines[0], lines[1]));
        Decrypt<UserInfo>(app, Key, new(lines[0], lines[1]));
    }

    /// <summary>What a client makes of the plaintext when it knows the key, as the one who owns it may.</summary>
    private static void DecryptPlaintext(FuzzedApp app, byte[] input)
    {
        using var aes = Aes.Create();
        aes.Key = Convert.FromBase64String(SessionKey);
        EncryptedUserData data = new(Convert.ToBase64String(aes.EncryptCbc(input, Convert.FromBase64String(Iv))), Iv);
        Decrypt<UserInfo>(app, Key, data);
        Decrypt<UserPhoneNumber>(app, Key, data);
        Decrypt<WeRunData>(app, Key, data);
        Decrypt<GroupEnterInfo>(app, Key, data);
    }

    private static void Decrypt<T>(FuzzedApp app, SessionKey key, EncryptedUserData data)
        where T : UserData
    {
        var accepted = app.Decryptor.TryDecrypt<T>(key, data, out var userData);
        Expect(accepted == userData is not null);
        Expect(!accepted || userData!.Watermark.AppId == FuzzedApp.AppId);
    }

    /// <summary>Lines: rawData, signature, session_key.</summary>
    private static void VerifySignature(byte[] input)
    {
        var lines = LinesOf(input);
        var valid = UserDataSignature.Verify(lines[0], lines[1], new(lines[2] + "."));
        Expect(!valid || lines[1].Length == 40);
    }

    private static void Exchange(FuzzedApp app, byte[] input)
    {
        try
        {
            var session = app.ExchangeAsync(input).GetAwaiter().GetResult();
            Expect(session.OpenId.Length > 0 && session.SessionKey.Reveal().Length > 0);
        }
        catch (WeChatApiException exception)
        {
            Expect(exception.ErrorCode != WeChatErrorCode.Ok);
            Expect(!exception.ToString().Contains(FuzzedApp.AppSecret, StringComparison.Ordinal));
        }
        catch (WeChatUnavailableException exception)
        {
            Expect(exception.InnerException is not null);
        }
    }

    private static void ReadStored(FuzzedApp app, byte[] input)
    {
        var keys = app.ReadStoredAsync(User, input).GetAwaiter().GetResult();
        Expect(keys.Count <= 2 && keys.All(key => key.Reveal().Length > 0));
    }

    private static string[] LinesOf(byte[] input)
    {
        var lines = Encoding.UTF8.GetString(input).Split('\n', 3);
        return [lines[0], lines.ElementAtOrDefault(1) ?? "", lines.ElementAtOrDefault(2) ?? ""];
    }

    private static void Expect(bool holds)
    {
        if (!holds)
        {
            throw new InvalidOperationException("The package broke its word.");
        }
    }
}
