using System.Runtime.CompilerServices;

namespace Consumers;

/// <summary>A check that fails ends the program, and so the run.</summary>
internal static class Check
{
    public static void Same<T>(T actual, T expected, Func<T, T, bool>? same = null, [CallerLineNumber] int line = 0)
    {
        if (!(same ?? EqualityComparer<T>.Default.Equals)(actual, expected))
            throw new InvalidOperationException($"Line {line}: {actual}, not {expected}.");
    }

    public static async Task<TException> ThrowsAsync<TException>(Func<Task> act, [CallerLineNumber] int line = 0)
        where TException : Exception
    {
        try
        {
            await act();
        }
        catch (TException expected)
        {
            return expected;
        }

        throw new InvalidOperationException($"Line {line}: no {typeof(TException).Name}.");
    }
}
