namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>The Redis that the environment names. Fixtures that need one are ignored without it, so that the suite needs nothing installed.</summary>
internal static class RedisUnderTest
{
    private const string Variable = "WECHAT_TEST_REDIS";

    /// <summary>For StackExchange.Redis. Call it in a set-up of the whole fixture.</summary>
    public static string Configuration()
    {
        var configuration = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(configuration))
        {
            Assert.Ignore($"Needs a Redis: start redis-server and set {Variable}=127.0.0.1:6379. The script .ci/run does both.");
        }

        return configuration!;
    }

    /// <summary>Ignores the fixture where there is no redis-server that a test can start and kill.</summary>
    public static void RequireProgram()
    {
        Configuration();
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, "redis-server"))))
        {
            Assert.Ignore("Needs the program redis-server on the PATH, to kill it and to fill it.");
        }
    }
}
