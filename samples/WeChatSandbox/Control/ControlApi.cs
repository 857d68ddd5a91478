using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace WeChatSandbox.Control;

/// <summary>The control surface for programs outside this process. It never shows a session_key.</summary>
internal static class ControlApi
{
    // A "+" of Base64 stays one, for shell scripts that read the answers without a JSON parser.
    public static readonly ControlJson Json =
        new(new JsonSerializerOptions(ControlJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var control = endpoints.MapGroup("/sandbox");
        LoginControl.Map(control);
        UserControl.Map(control);
        TokenControl.Map(control);
        FaultControl.Map(control);
    }
}
