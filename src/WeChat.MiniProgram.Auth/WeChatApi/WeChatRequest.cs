namespace WeChat.MiniProgram.Auth;

/// <summary>What to ask WeChat. <paramref name="secrets"/> are the values that no message may show, should anything repeat them.</summary>
internal sealed class WeChatRequest(string api, string path, (string Name, string Value)[] query, string[] secrets)
{
    private const int MaxErrorMessageLength = 512;

    private IEnumerable<string> ShapesOfSecrets => secrets.Concat(secrets.Select(Uri.EscapeDataString));

    /// <summary>The API's name, as WeChat's documentation has it.</summary>
    public string Api => api;

    /// <summary>Builds the address at a host. The query's values are escaped here and nowhere else.</summary>
    public Uri AddressAt(Uri host)
    {
        var escaped = query.Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value)}");
        return new Uri($"{host.AbsoluteUri.TrimEnd('/')}/{path}?{string.Join("&", escaped)}");
    }

    /// <summary>Makes WeChat's errmsg fit for a log: no secret that it repeats, no line breaks, no flood.</summary>
    public string Sanitize(string? errorMessage)
    {
        var text = errorMessage ?? "";
        foreach (var secret in ShapesOfSecrets)
        {
            text = text.Replace(secret, "***");
        }

        text = text.Length > MaxErrorMessageLength ? text.Substring(0, MaxErrorMessageLength) : text;
        return text.Any(char.IsControl) ? new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]) : text;
    }

    /// <summary>Keeps a cause unless it shows a secret, as the exception of a host's own handler may: it knows the whole address.</summary>
    public Exception WithoutSecrets(Exception cause)
    {
        var text = cause.ToString();
        return ShapesOfSecrets.Any(text.Contains)
            ? new HttpRequestException($"{cause.GetType().Name}; its message is withheld because it shows a secret.")
            : cause;
    }
}
