namespace WeChat.MiniProgram.Auth;

/// <summary>A user's gender as WeChat tells it. Since the autumn of 2021 WeChat answers <see cref="Unknown"/> for everyone.</summary>
/// <remarks>Source: https://developers.weixin.qq.com/miniprogram/dev/api/open-api/user-info/UserInfo.html</remarks>
public enum Gender
{
    /// <summary>Not told (未知).</summary>
    Unknown = 0,

    /// <summary>Male (男性).</summary>
    Male = 1,

    /// <summary>Female (女性).</summary>
    Female = 2,
}
