using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace WeChat.MiniProgram.Auth.Tests.Testing;

/// <summary>A certificate that no client trusts by itself.</summary>
internal static class SelfSigned
{
    public static X509Certificate2 Certificate(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
    }
}
