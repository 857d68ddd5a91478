namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>Gets the exception that a call must end with.</summary>
internal static class Failure
{
    public static async Task<TException> OfAsync<TException>(Task call)
        where TException : Exception
    {
        try
        {
            await call;
        }
        catch (TException exception)
        {
            return exception;
        }

        throw new AssertionException($"The call succeeded; {typeof(TException).Name} was expected.");
    }
}
