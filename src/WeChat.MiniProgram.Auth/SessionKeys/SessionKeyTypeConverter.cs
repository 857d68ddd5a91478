using System.ComponentModel;
using System.Globalization;

namespace WeChat.MiniProgram.Auth;

/// <summary>Makes the serializers that ask a type converter first (Newtonsoft.Json does) fail as System.Text.Json does.</summary>
internal sealed class SessionKeyTypeConverter : TypeConverter
{
    public override bool CanConvertTo(ITypeDescriptorContext? context, Type? destinationType) => destinationType == typeof(string);

    public override object ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
        throw new NotSupportedException(SessionKeyJsonConverter.Refusal);
}
