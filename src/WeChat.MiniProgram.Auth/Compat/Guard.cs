using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace WeChat.MiniProgram.Auth;

/// <summary>The argument checks that .NET has as static methods of its exceptions, for every target.</summary>
internal static class Guard
{
    public static void NotNull([NotNull] object? argument, [CallerArgumentExpression(nameof(argument))] string? name = null)
    {
        if (argument is null)
        {
            throw new ArgumentNullException(name);
        }
    }

    public static void NotNullOrEmpty([NotNull] string? argument, [CallerArgumentExpression(nameof(argument))] string? name = null)
    {
        NotNull(argument, name);
        if (argument.Length == 0)
        {
            throw new ArgumentException("The value cannot be empty.", name);
        }
    }
}
