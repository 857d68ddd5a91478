namespace WeChatSandbox;

/// <summary>What the sandbox is told when it starts.</summary>
public sealed class SandboxOptions
{
    /// <summary>The appid of the first app.</summary>
    /// <value>The default value is <c>wx5a6db0c0ffee0001</c>, which is made up.</value>
    public string AppId { get; set; } = "wx5a6db0c0ffee0001";

    /// <summary>The AppSecret of the first app.</summary>
    /// <value>The default value is <c>5a6db0c0ffee5ec2e75a6db0c0ffee02</c>, which is made up.</value>
    public string AppSecret { get; set; } = "5a6db0c0ffee5ec2e75a6db0c0ffee02";

    /// <summary>How long a code, of a login, phone number or plugin, can be exchanged.</summary>
    /// <value>The default value is 5 minutes, as WeChat's.</value>
    public TimeSpan CodeLifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How many jscode2session calls one user has in a minute, which starts with the first of them. The next one answers 45011.
    /// </summary>
    /// <value>The default value is 100, as WeChat's.</value>
    public int CallsPerMinute { get; set; } = 100;

    /// <summary>
    /// How many stable_token calls one app has in a minute, which starts with the first of them. The next one answers 45011.
    /// </summary>
    /// <value>The default value is 10,000, as WeChat's.</value>
    public int TokenCallsPerMinute { get; set; } = 10_000;

    /// <summary>Whether getuserphonenumber sends countryCode as a number; WeChat documents a text and shows a number.</summary>
    /// <value>The default value is <see langword="null"/>: every second answer does.</value>
    public bool? CountryCodeIsNumber { get; set; }
}
