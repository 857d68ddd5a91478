namespace WeChatSandbox.Users;

internal sealed record PhoneNumber(string CountryCode, string PureNumber)
{
    private const string China = "86";

    public static PhoneNumber Default { get; } = new(China, "13580006666");

    /// <summary>A foreign number has its country's code before it; how WeChat writes that is not documented.</summary>
    public string FullNumber => CountryCode == China ? PureNumber : CountryCode + PureNumber;
}
