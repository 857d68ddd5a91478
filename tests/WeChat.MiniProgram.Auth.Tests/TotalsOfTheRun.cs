namespace WeChat.MiniProgram.Auth.Tests;

/// <summary>Of the tests against the library, one of its two assemblies.</summary>
[SetUpFixture]
public sealed class TotalsOfTheRun() : RunTotals(LibraryUnderTest.Name);
