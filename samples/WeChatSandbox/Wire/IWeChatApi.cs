namespace WeChatSandbox.Wire;

/// <summary>One API of WeChat's, as it is on a good day.</summary>
internal interface IWeChatApi
{
    string Path { get; }

    /// <summary>The only method that the API takes; <see langword="null"/> leaves it to the API.</summary>
    string? Method { get; }

    /// <summary>The errcode of a failure is a JSON string.</summary>
    bool QuotesErrCode => false;

    /// <summary>Does what is asked, which spends a code.</summary>
    WeChatAnswer Answer(ApiRequest request);
}
