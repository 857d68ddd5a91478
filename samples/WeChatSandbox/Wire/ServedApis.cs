using System.Collections;

namespace WeChatSandbox.Wire;

internal sealed class ServedApis(TimeProvider clock, params IEnumerable<IWeChatApi> apis) : IEnumerable<ServedApi>
{
    private readonly Dictionary<string, ServedApi> byPath =
        apis.ToDictionary(api => api.Path, api => new ServedApi(api, clock), StringComparer.Ordinal);

    /// <summary>The API at a path; <see langword="null"/> is the login API.</summary>
    public ServedApi this[string? path] => byPath.TryGetValue(path ?? Login.JsCode2Session.ApiPath, out var api)
        ? api
        : throw new KeyNotFoundException($"The sandbox has no API {path}. It has {string.Join(", ", byPath.Keys)}.");

    public void ClearFaults()
    {
        foreach (var api in byPath.Values)
            api.Faults.Clear();
    }

    public IEnumerator<ServedApi> GetEnumerator() => byPath.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
