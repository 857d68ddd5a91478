using System.Text.Json.Nodes;

namespace WeChatSandbox.Wire;

/// <summary>What an API answers: an error, or the fields of a success.</summary>
internal readonly record struct WeChatAnswer(WeChatError? Error, JsonObject? Fields)
{
    public static implicit operator WeChatAnswer(WeChatError error) => new(error, null);

    public static implicit operator WeChatAnswer(JsonObject fields) => new(null, fields);

    /// <summary>The success of an API whose answer always has an errcode, and whatever else it tells.</summary>
    public static WeChatAnswer Ok(params ReadOnlySpan<(string Name, JsonNode? Value)> fields)
    {
        var answer = new JsonObject { ["errcode"] = 0, ["errmsg"] = "ok" };
        foreach (var (name, value) in fields)
            answer[name] = value;

        return answer;
    }
}
