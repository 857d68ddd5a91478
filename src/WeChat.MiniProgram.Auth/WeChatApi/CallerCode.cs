using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace WeChat.MiniProgram.Auth;

/// <summary>A code that a mini program sends, of whatever button or call.</summary>
internal static class CallerCode
{
    private const int MaxLength = 512;

    /// <summary>Refuses what is no code, so that nothing is asked.</summary>
    public static void Check([NotNull] string? code, [CallerArgumentExpression(nameof(code))] string? name = null)
    {
        Guard.NotNull(code, name);
        if (string.IsNullOrWhiteSpace(code) || code.Length > MaxLength)
        {
            throw new ArgumentException($"A code has 1 to {MaxLength} characters and is not blank.", name);
        }
    }
}
