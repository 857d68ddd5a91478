using System.Collections;
using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>Keeps every log line of every category at every level.</summary>
internal sealed class CapturedLog : ILoggerProvider
{
    private readonly ConcurrentQueue<LogEntry> entries = new();

    public IReadOnlyList<LogEntry> All => [.. entries];

    public IReadOnlyList<LogEntry> Ours => [.. entries.Where(entry => entry.Category == WeChatMiniProgramDiagnostics.LoggerCategory)];

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, entries);

    public void Dispose()
    {
    }

    private static string Flatten(object? state) => state is IEnumerable values and not string
        ? string.Join("; ", values.Cast<object?>().Select(value => value?.ToString()))
        : state?.ToString() ?? "";

    private sealed class Logger(string category, ConcurrentQueue<LogEntry> entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            entries.Enqueue(new(category, LogLevel.Trace, 0, "scope", $"{state} {Flatten(state)}"));
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var text = formatter(state, exception);
            entries.Enqueue(new(category, logLevel, eventId.Id, text, $"{text} {Flatten(state)} {exception}"));
        }
    }
}
