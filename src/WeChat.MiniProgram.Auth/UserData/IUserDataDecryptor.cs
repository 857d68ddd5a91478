using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization.Metadata;

namespace WeChat.MiniProgram.Auth;

/// <summary>
/// Decrypts and checks user data. It is bound to one mini program and accepts only data whose watermark names that AppID and a time
/// within <see cref="WeChatMiniProgramOptions.UserDataMaxAge"/>.
/// </summary>
/// <remarks>
/// <para>
/// Everything that can be wrong with the data (Base64, length, padding, UTF-8, JSON, watermark, age) fails in one way and takes the
/// same time, because the data comes from a client that may be hostile and the cipher carries no authentication.
/// </para>
/// <para>
/// What decrypts is not thereby true: a client that knows plaintext can change the first 16 bytes of it through the iv. Never take
/// an openId from it as identity; <see cref="IMiniProgramLogin"/> compares it with the logged-in user's.
/// </para>
/// <para>Source: https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/signature.html</para>
/// </remarks>
public interface IUserDataDecryptor
{
    /// <summary>Decrypts data of a type that the package knows.</summary>
    /// <typeparam name="T"><see cref="UserInfo"/>, <see cref="UserPhoneNumber"/>, <see cref="WeRunData"/>, <see cref="ShareInfo"/> or <see cref="GroupEnterInfo"/>.</typeparam>
    /// <param name="sessionKey">The user's session_key at the time when the data was encrypted.</param>
    /// <param name="data">The data, as the mini program sent it.</param>
    /// <returns>The checked data.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="NotSupportedException">The package does not know <typeparamref name="T"/>: use the overload with type info.</exception>
    /// <exception cref="UserDataException">The data cannot be trusted, whatever the cause.</exception>
    T Decrypt<T>(SessionKey sessionKey, EncryptedUserData data)
        where T : UserData;

    /// <summary>Decrypts data of any type, by the host's own source-generated JSON metadata.</summary>
    /// <typeparam name="T">The type to read.</typeparam>
    /// <param name="sessionKey">The user's session_key at the time when the data was encrypted.</param>
    /// <param name="data">The data, as the mini program sent it.</param>
    /// <param name="typeInfo">How to read the type, from a <c>JsonSerializerContext</c> of the host.</param>
    /// <returns>The checked data.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="UserDataException">The data cannot be trusted, whatever the cause.</exception>
    T Decrypt<T>(SessionKey sessionKey, EncryptedUserData data, JsonTypeInfo<T> typeInfo)
        where T : UserData;

    /// <summary>Decrypts data of a type that the package knows, without an exception when it cannot be trusted.</summary>
    /// <typeparam name="T"><see cref="UserInfo"/>, <see cref="UserPhoneNumber"/>, <see cref="WeRunData"/>, <see cref="ShareInfo"/> or <see cref="GroupEnterInfo"/>.</typeparam>
    /// <param name="sessionKey">The user's session_key at the time when the data was encrypted.</param>
    /// <param name="data">The data, as the mini program sent it.</param>
    /// <param name="userData">The checked data, or <see langword="null"/>.</param>
    /// <returns>Whether the data can be trusted.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="NotSupportedException">The package does not know <typeparamref name="T"/>: use the overload with type info.</exception>
    bool TryDecrypt<T>(SessionKey sessionKey, EncryptedUserData data, [NotNullWhen(true)] out T? userData)
        where T : UserData;

    /// <summary>Decrypts data of any type, without an exception when it cannot be trusted.</summary>
    /// <typeparam name="T">The type to read.</typeparam>
    /// <param name="sessionKey">The user's session_key at the time when the data was encrypted.</param>
    /// <param name="data">The data, as the mini program sent it.</param>
    /// <param name="typeInfo">How to read the type, from a <c>JsonSerializerContext</c> of the host.</param>
    /// <param name="userData">The checked data, or <see langword="null"/>.</param>
    /// <returns>Whether the data can be trusted.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    bool TryDecrypt<T>(SessionKey sessionKey, EncryptedUserData data, JsonTypeInfo<T> typeInfo, [NotNullWhen(true)] out T? userData)
        where T : UserData;
}
