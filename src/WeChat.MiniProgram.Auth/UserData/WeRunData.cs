using System.Text.Json.Serialization;

namespace WeChat.MiniProgram.Auth;

/// <summary>A user's steps of the last 31 days, from wx.getWeRunData.</summary>
/// <remarks>Source: https://developers.weixin.qq.com/miniprogram/dev/api/open-api/werun/wx.getWeRunData.html</remarks>
public sealed record WeRunData : UserData
{
    private IReadOnlyList<WeRunStep>? steps;

    /// <summary>The steps, a day each, oldest first.</summary>
    [JsonPropertyName("stepInfoList")]
    public IReadOnlyList<WeRunStep> StepInfoList
    {
        get => steps ?? [];
        set => steps = value;
    }

    internal override bool IsComplete => steps is not null && steps.All(step => step is not null);
}
