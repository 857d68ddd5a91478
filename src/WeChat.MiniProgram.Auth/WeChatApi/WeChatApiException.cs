using System.Globalization;
using System.Text.RegularExpressions;

namespace WeChat.MiniProgram.Auth;

/// <summary>WeChat answered with an errcode. <see cref="Kind"/> tells what to do about it.</summary>
public sealed class WeChatApiException : Exception
{
    private static readonly Regex RequestIdPattern = new(
        @"\brid:\s*(?<id>[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8})|\breq_id:\s*(?<id>[^\s\]]+)",
        RegexOptions.CultureInvariant);

    /// <summary>Creates the exception.</summary>
    /// <param name="errorCode">WeChat's errcode, known or not.</param>
    /// <param name="errorMessage">WeChat's errmsg, with its trailer.</param>
    /// <exception cref="ArgumentNullException"><paramref name="errorMessage"/> is <see langword="null"/>.</exception>
    public WeChatApiException(WeChatErrorCode errorCode, string errorMessage)
        : this(errorCode, errorMessage, ErrorMeaning.Of(errorCode))
    {
    }

    internal WeChatApiException(WeChatErrorCode errorCode, string errorMessage, ErrorMeaning meaning)
        : base($"WeChat answered with errcode {((int)errorCode).ToString(CultureInfo.InvariantCulture)} ({meaning.Kind}): {errorMessage}. {meaning.Advice}")
    {
        Guard.NotNull(errorMessage);
        Advice = meaning.Advice;
        ErrorCode = errorCode;
        ErrorMessage = errorMessage;
        Kind = meaning.Kind;
        RequestId = RequestIdOf(errorMessage);
    }

    /// <summary>WeChat's errcode. A number that the enum does not name is kept.</summary>
    public WeChatErrorCode ErrorCode { get; }

    /// <summary>What the host does about it.</summary>
    public WeChatErrorKind Kind { get; }

    /// <summary>
    /// WeChat's errmsg, for a person to read: its wording changes, so decide by <see cref="ErrorCode"/> or <see cref="Kind"/>. Secrets of
    /// the request that it might repeat are masked, and one of more than 512 characters is shortened in its middle.
    /// </summary>
    public string ErrorMessage { get; }

    /// <summary>WeChat's id of the request (the <c>rid</c> or <c>req_id</c> of errmsg), to ask WeChat about; <see langword="null"/> when there is none.</summary>
    /// <remarks>Source: https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/openApi-mgnt/getRidInfo.html</remarks>
    public string? RequestId { get; }

    /// <summary>What to do, in a sentence or two: the end of the message.</summary>
    internal string Advice { get; }

    private static string? RequestIdOf(string errorMessage)
    {
        var match = RequestIdPattern.Match(errorMessage);
        return match.Success ? match.Groups["id"].Value : null;
    }
}
