using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace WeChat.MiniProgram.Auth;

/// <summary>The argument checks that .NET has as static methods of its exceptions, for every target.</summary>
internal static class Guard
{
    private const int MaxCodeLength = 512;

    public static void NotNull([NotNull] object? argument, [CallerArgumentExpression(nameof(argument))] string? name = null)
    {
        if (argument is null)
        {
            throw new ArgumentNullException(name);
        }
    }

    /// <summary>For a code that a mini program sends: anything else is no code, and nothing is asked.</summary>
    public static void Code([NotNull] string? argument, [CallerArgumentExpression(nameof(argument))] string? name = null)
    {
        NotNull(argument, name);
        if (string.IsNullOrWhiteSpace(argument) || argument.Length > MaxCodeLength)
        {
            throw new ArgumentException($"A code has 1 to {MaxCodeLength} characters and is not blank.", name);
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
