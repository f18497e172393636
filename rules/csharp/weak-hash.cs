using System.Security.Cryptography;

public static class Sums
{
    public static byte[] Weak(byte[] data)
    {
        // ruleid: csharp-weak-hash
        using var md5 = MD5.Create();
        return md5.ComputeHash(data);
    }

    public static byte[] Named(byte[] data)
    {
        // ruleid: csharp-weak-hash
        return HashAlgorithm.Create("SHA1").ComputeHash(data);
    }

    public static byte[] Strong(byte[] data)
    {
        // ok: csharp-weak-hash
        return SHA256.HashData(data);
    }
}
