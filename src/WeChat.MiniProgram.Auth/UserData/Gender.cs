namespace WeChat.MiniProgram.Auth;

/// <summary>A user's gender. WeChat no longer tells it, and answers <see cref="Unknown"/>.</summary>
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
