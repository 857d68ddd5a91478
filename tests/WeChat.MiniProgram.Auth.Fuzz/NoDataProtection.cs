using Microsoft.AspNetCore.DataProtection;

namespace WeChat.MiniProgram.Auth.Fuzz;

/// <summary>Seals nothing, so that the fuzzer gets past Data Protection to the format behind it.</summary>
internal sealed class NoDataProtection : IDataProtector
{
    public IDataProtector CreateProtector(string purpose) => this;

    public byte[] Protect(byte[] plaintext) => [.. plaintext];

    public byte[] Unprotect(byte[] protectedData) => [.. protectedData];
}
