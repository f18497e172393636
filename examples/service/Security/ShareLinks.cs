using System.Security.Cryptography;
using System.Text;

namespace MediaShelf.Service.Security;

/// <summary>Makes and checks the keys of links by which an asset is shared with a guest.</summary>
public sealed class ShareLinks
{
    // Weak: MD5 can be forged (CWE-327/CWE-328).
    public string LegacyKey(long assetId, string secret)
    {
        using var md5 = MD5.Create();
        byte[] digest = md5.ComputeHash(Encoding.UTF8.GetBytes(secret + assetId));
        return Convert.ToHexString(digest);
    }

    // Safe twin: a keyed hash of today.
    public string Key(long assetId, byte[] secret)
    {
        using var hmac = new HMACSHA256(secret);
        byte[] digest = hmac.ComputeHash(Encoding.UTF8.GetBytes(assetId.ToString()));
        return Convert.ToHexString(digest);
    }

    // Weak: System.Random can be predicted, and whoever predicts the PIN opens the link (CWE-338).
    public string OneTimePin()
    {
        var random = new Random();
        return random.Next(100000, 999999).ToString();
    }

    // Safe twin.
    public string OneTimePinFromCryptoSource()
    {
        return RandomNumberGenerator.GetInt32(100000, 1000000).ToString();
    }
}
