using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace LoginApi.Development;

/// <summary>Where this host listens, which it knows once it does.</summary>
internal sealed class OwnAddress(IServer server)
{
    public const string Placeholder = "http://localhost/";

    public Uri Value
    {
        get
        {
            var addresses = server.Features.Get<IServerAddressesFeature>()!.Addresses.Select(BindingAddress.Parse).ToList();
            var address = addresses.Find(address => address.Scheme == "http") ?? addresses[0];
            var listensEverywhere = address.Host is "*" or "+" or "[::]" or "0.0.0.0";
            return new UriBuilder(address.Scheme, listensEverywhere ? "localhost" : address.Host, address.Port).Uri;
        }
    }
}
