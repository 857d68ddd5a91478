#if !NET
using System.Text;
#endif

namespace WeChat.MiniProgram.Auth;

/// <summary>A value as it stands in an address.</summary>
internal static class QueryText
{
    /// <summary>Escapes any text. .NET Framework throws on half a surrogate pair, which .NET replaces.</summary>
#if NET
    public static string Escape(string text) => Uri.EscapeDataString(text);
#else
    public static string Escape(string text) => Uri.EscapeDataString(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
#endif
}
