using System.Security.Cryptography;

public static class Vault
{
    public static SymmetricAlgorithm Weak()
    {
        // ruleid: csharp-weak-cipher
        return DES.Create();
    }

    public static SymmetricAlgorithm Old()
    {
        // ruleid: csharp-weak-cipher
        return new TripleDESCryptoServiceProvider();
    }

    public static SymmetricAlgorithm Strong()
    {
        // ok: csharp-weak-cipher
        return Aes.Create();
    }
}
