using System.Text;
using System.Text.RegularExpressions;

namespace WeChat.MiniProgram.Auth;

/// <summary>What to ask WeChat. <paramref name="secrets"/> are the host's values that no message may show, should anything repeat them.</summary>
internal sealed class WeChatRequest(string api, string path, (string Name, string Value)[] query, string[] secrets)
{
    private const int MaxErrorMessageLength = 512;
    private const int TrailerLength = 96;
    private const int EscapeDigits = 2;

    // WeChat's codes and openids are longer. Were short texts masked too, a caller could blank out words of the operator's log.
    private const int MinCallerSecretLength = 8;

    // As in http://user:password@proxy:8080/.
    private static readonly Regex PasswordInAddress = new(@"://[^\s/@]+@", RegexOptions.CultureInvariant);

    private string? pathAndQuery;

    private IEnumerable<string> ShapesOfSecrets
    {
        get
        {
            var all = secrets.Concat(CallerSecrets.Where(static text => text.Length >= MinCallerSecretLength));
            return all.SelectMany(static text => new[] { text, QueryText.Escape(text), LowerDigitsOf(QueryText.Escape(text)) });
        }
    }

    /// <summary>The API's name, as WeChat's documentation has it.</summary>
    public string Api => api;

    /// <summary>The same for what the caller chose, such as a code.</summary>
    public string[] CallerSecrets { get; init; } = [];

    /// <summary>The JSON to post; without one it is a GET.</summary>
    public byte[]? Body { get; init; }

    /// <summary>Errcodes that answer the question, such as "this session has ended": no trouble for a log or a metric.</summary>
    public WeChatErrorCode[] Answers { get; init; } = [];

    /// <summary>The errcode that an earlier attempt of the same call may have caused, when its answer was lost.</summary>
    public WeChatErrorCode? AfterLostAnswer { get; init; }

    /// <summary>The errcodes that mean something else here than in general.</summary>
    public IReadOnlyDictionary<WeChatErrorCode, ErrorMeaning>? Meanings { get; init; }

    private string PathAndQuery => pathAndQuery ??= MakePathAndQuery();

    public WeChatRequest WithAccessToken(string accessToken, WeChatErrorCode[] answers) =>
        new(api, path, [("access_token", accessToken), .. query], [accessToken, .. secrets])
        {
            CallerSecrets = CallerSecrets,
            Body = Body,
            Answers = [.. Answers, .. answers],
            AfterLostAnswer = AfterLostAnswer,
            Meanings = Meanings,
        };

    public HttpRequestMessage MessageAt(Uri host) => new(
        Body is null ? HttpMethod.Get : HttpMethod.Post, $"{host.AbsoluteUri.TrimEnd('/')}/{PathAndQuery}")
    {
        // WeChat answers 412 to a body without a Content-Length, which a JsonContent would be.
        Content = Body is null ? null : new ByteArrayContent(Body) { Headers = { ContentType = new("application/json") } },
    };

    /// <summary>Makes WeChat's errmsg fit for a log: no secret that it repeats, no line breaks, no flood.</summary>
    public string Sanitize(string? errorMessage)
    {
        var text = errorMessage ?? "";
        foreach (var secret in ShapesOfSecrets)
        {
            text = text.Replace(secret, "***");
        }

        if (text.Length > MaxErrorMessageLength)
        {
            // The end stays, for WeChat's id of the request is there. No half of a surrogate pair does: it would be no Unicode.
            var headEnd = MaxErrorMessageLength - TrailerLength - 1;
            var tailStart = text.Length - TrailerLength;
            headEnd -= char.IsLowSurrogate(text[headEnd]) ? 1 : 0;
            tailStart += char.IsLowSurrogate(text[tailStart]) ? 1 : 0;
            text = $"{text.Substring(0, headEnd)}…{text.Substring(tailStart)}";
        }

        return text.Any(BreaksLine) ? new string([.. text.Select(c => BreaksLine(c) ? ' ' : c)]) : text;
    }

    /// <summary>
    /// Keeps a cause unless it shows a secret, as the exception of a host's own handler may, which knows the whole address, and that of a tunnel
    /// through a proxy with a password.
    /// </summary>
    public Exception WithoutSecrets(Exception cause)
    {
        var text = cause.ToString();
        return ShapesOfSecrets.Any(text.Contains) || PasswordInAddress.IsMatch(text)
            ? new HttpRequestException($"{cause.GetType().Name}; its message is withheld because it shows a secret.")
            : cause;
    }

    /// <summary>Percent-escapes as others write them: %2f in place of %2F.</summary>
    private static string LowerDigitsOf(string escaped) => string.Join("%", escaped.Split('%').Select(static (part, index) =>
        index == 0 ? part : $"{part.Substring(0, EscapeDigits).ToLowerInvariant()}{part.Substring(EscapeDigits)}"));

    private static bool BreaksLine(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';

    /// <summary>The query's values are escaped here and nowhere else.</summary>
    private string MakePathAndQuery()
    {
        var text = new StringBuilder(path);
        var separator = '?';
        foreach (var (name, value) in query)
        {
            text.Append(separator).Append(name).Append('=').Append(QueryText.Escape(value));
            separator = '&';
        }

        return text.ToString();
    }
}
