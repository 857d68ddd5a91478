namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>Adds a line with the totals of the tests, and what they are about, to the file that WECHAT_TEST_TOTALS names.</summary>
public abstract class RunTotals(string subject)
{
    [OneTimeTearDown]
    public void WriteTotals()
    {
        if (Environment.GetEnvironmentVariable("WECHAT_TEST_TOTALS") is { Length: > 0 } file)
        {
            var result = TestContext.CurrentContext.Result;
            File.AppendAllText(file, $"{subject}: {result.PassCount} passed, {result.FailCount} failed, {result.SkipCount} skipped\n");
        }
    }
}
