using Microsoft.Extensions.Logging;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>A log line. Everything is all that a sink could write of it: the text, the values of the state and the exception.</summary>
internal sealed record LogEntry(string Category, LogLevel Level, int EventId, string Text, string Everything);
