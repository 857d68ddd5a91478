using System.Text.Json;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>Short words for what a test reads out of WeChat's answers.</summary>
internal static class WireAnswer
{
    public static int ErrCode(this JsonElement answer) => answer.GetProperty("errcode").GetInt32();

    public static string Text(this JsonElement answer, string name) => answer.GetProperty(name).GetString()!;

    public static int Number(this JsonElement answer, string name) => answer.GetProperty(name).GetInt32();
}
