using System.Text;

namespace WeChat.MiniProgram.Auth;

/// <summary>The name of a user's entry in a cache: a hash, because names show up in the engine's tools and logs.</summary>
internal static class SessionKeyEntry
{
    /// <summary>Salts the hash, so that it equals no other hash of an openid, and names what is sealed to Data Protection.</summary>
    public const string Purpose = "WeChat.MiniProgram.Auth.SessionKeys";

    public static string NameOf(SessionKeyOwner owner)
    {
        Guard.NotNullOrEmpty(owner.AppId);
        Guard.NotNullOrEmpty(owner.OpenId);

        // The length keeps ("a", "bc") and ("ab", "c") apart.
        var text = Encoding.UTF8.GetBytes($"{Purpose}:{owner.AppId.Length}:{owner.AppId}{owner.OpenId}");
        return $"{Purpose}:{Sha256.ComputeBase64Url(text)}";
    }
}
