namespace WeChat.MiniProgram.Auth.Tests;

public sealed class GarnetSessionKeyStoreTests : SharedServerContract
{
    private GarnetInProcess server = null!;

    private protected override string Configuration => server.Configuration;

    [OneTimeSetUp]
    public void StartServer() => server = new GarnetInProcess();

    [OneTimeTearDown]
    public void StopServer() => server.Dispose();
}
