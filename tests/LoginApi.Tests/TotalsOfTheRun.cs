namespace LoginApi.Tests;

/// <summary>Of the tests of the sample, on the library that it refers to.</summary>
[SetUpFixture]
public sealed class TotalsOfTheRun() : RunTotals($"LoginApi sample with the {LibraryUnderTest.Name}");
