namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>Writes the totals of this assembly's tests, and what they ran against, to the file that WECHAT_TEST_TOTALS names.</summary>
[SetUpFixture]
public sealed class TotalsOfTheRun
{
    [OneTimeTearDown]
    public void WriteTotals()
    {
        if (Environment.GetEnvironmentVariable("WECHAT_TEST_TOTALS") is { Length: > 0 } file)
        {
            var result = TestContext.CurrentContext.Result;
            File.AppendAllText(
                file, $"{LibraryUnderTest.Name}: {result.PassCount} passed, {result.FailCount} failed, {result.SkipCount} skipped\n");
        }
    }
}
