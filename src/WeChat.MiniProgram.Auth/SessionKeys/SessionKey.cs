using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth;

/// <summary>
/// A user's session_key: the secret that signs and encrypts that user's data. It must never leave the server, so nothing
/// prints it: not <see cref="ToString"/>, a debugger, a log or a serializer. Serialising one throws.
/// </summary>
/// <remarks>Source: https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/signature.html</remarks>
[DebuggerDisplay("SessionKey(redacted)")]
[JsonConverter(typeof(SessionKeyJsonConverter))]
[TypeConverter(typeof(SessionKeyTypeConverter))]
public sealed class SessionKey : IEquatable<SessionKey>
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string base64;

    /// <summary>Wraps a session_key.</summary>
    /// <param name="base64">WeChat's text, exactly as sent: any text that is not empty. WeChat's own are 24 characters of Base64.</param>
    /// <exception cref="ArgumentNullException"><paramref name="base64"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="base64"/> is empty.</exception>
    public SessionKey(string base64)
    {
        Guard.NotNullOrEmpty(base64);
        this.base64 = base64;
    }

    /// <summary>Returns the secret text. It is meant for an <see cref="ISessionKeyStore"/> and nothing else: never log or return it.</summary>
    /// <returns>The text that the key was made of.</returns>
    public string Reveal() => base64;

    /// <summary>Returns the same fixed text for every key.</summary>
    /// <returns><c>SessionKey(redacted)</c>.</returns>
    public override string ToString() => "SessionKey(redacted)";

    /// <summary>Compares two keys, ordinally and in a time that does not depend on where they differ.</summary>
    /// <param name="other">The key to compare with.</param>
    /// <returns><see langword="true"/> when both hold the same text.</returns>
    public bool Equals(SessionKey? other) => other is not null && FixedTime.Equals(base64, other.base64);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SessionKey);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(base64);
}
