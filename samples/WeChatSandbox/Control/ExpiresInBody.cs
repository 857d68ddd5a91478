using System.Text.Json.Nodes;

namespace WeChatSandbox.Control;

internal sealed record ExpiresInBody(JsonNode? ExpiresIn);
