using System.Text.Json.Serialization.Metadata;

namespace WeChat.MiniProgram.Auth;

/// <summary>The JSON metadata of the types that the package knows, looked up once a type.</summary>
internal static class KnownUserData<T>
    where T : UserData
{
    private static readonly JsonTypeInfo<T>? Known = (JsonTypeInfo<T>?)UserDataJsonContext.Default.GetTypeInfo(typeof(T));

    public static JsonTypeInfo<T> TypeInfo => Known ?? throw new NotSupportedException(
        $"The package has no JSON metadata for {typeof(T)}. Use the overload that takes a JsonTypeInfo<{typeof(T).Name}> "
        + "from a JsonSerializerContext of your own.");
}
