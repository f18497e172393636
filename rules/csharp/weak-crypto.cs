using System;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace Shop.Crypto
{
    public class Vault
    {
        public byte[] Digest(byte[] data)
        {
            using var md5 = MD5.Create();
            var second = new SHA1Managed().ComputeHash(data);
            var third = SHA256.HashData(data);
            using var strong = SHA512.Create();
            return md5.ComputeHash(data);
        }

        public void Ciphers(byte[] key)
        {
            using var des = DES.Create();
            using var triple = new TripleDESCryptoServiceProvider();
            using var aes = Aes.Create();
            using var gcm = new AesGcm(key, 16);
            // ruleid: csharp-cipher-ecb-mode
            aes.Mode = CipherMode.ECB;
            // ruleid: csharp-cipher-ecb-mode
            using var other = new AesManaged { Mode = CipherMode.ECB };
            // ok: csharp-cipher-ecb-mode
            aes.Mode = CipherMode.CBC;
            // ok: csharp-cipher-ecb-mode
            var modes = new[] { "ECB", "CBC" };
        }

        public void Keys(byte[] fromVault, string secret)
        {
            // ruleid: csharp-short-rsa-key
            using var rsa = new RSACryptoServiceProvider(1024);
            // ruleid: csharp-short-rsa-key
            using var created = RSA.Create(512);
            // ok: csharp-short-rsa-key
            using var good = RSA.Create(3072);
            // ok: csharp-short-rsa-key
            using var alsoGood = new RSACng(2048);
            using var aes = Aes.Create();
            // ruleid: csharp-hardcoded-crypto-key
            aes.Key = Encoding.UTF8.GetBytes("0123456789abcdef0123456789abcdef");
            // ruleid: csharp-hardcoded-crypto-key
            var signing = new SymmetricSecurityKey(Encoding.UTF8.GetBytes("shop-signing-key-2024"));
            // ok: csharp-hardcoded-crypto-key
            aes.Key = fromVault;
            // ok: csharp-hardcoded-crypto-key
            var configured = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(secret));
        }

        public string NewResetToken()
        {
            var random = new Random();
            return random.Next().ToString("x8");
        }

        public int VerificationCode()
        {
            return Random.Shared.Next(100000, 999999);
        }

        public string NewApiKey()
        {
            return Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        }

        public int RollDice()
        {
            return new Random().Next(1, 7);
        }
    }
}
