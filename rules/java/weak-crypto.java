package shop.crypto;

import com.auth0.jwt.algorithms.Algorithm;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

class Vault {
  private static final String KEY = "7f1b2c3d4e5f6071";

  void hashes(byte[] data) throws GeneralSecurityException {
    MessageDigest.getInstance("MD5").digest(data);
    MessageDigest sha1 = MessageDigest.getInstance("SHA-1", "SUN");
    MessageDigest.getInstance("SHA-256").digest(data);
    MessageDigest.getInstance("SHA3-512").digest(data);
  }

  void ciphers() throws GeneralSecurityException {
    Cipher.getInstance("DES/CBC/PKCS5Padding");
    Cipher.getInstance("RC4");
    Cipher.getInstance("AES/GCM/NoPadding");
    Cipher.getInstance("ChaCha20-Poly1305");
    Cipher.getInstance("AES/ECB/PKCS5Padding");
    Cipher.getInstance("AES");
    Cipher.getInstance("AES/CBC/PKCS5Padding");
    Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
    // ruleid: java-rsa-without-oaep
    Cipher.getInstance("RSA/ECB/PKCS1Padding");
    // ruleid: java-rsa-without-oaep
    Cipher.getInstance("RSA/None/NoPadding");
    // ok: java-rsa-without-oaep
    Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
    // ok: java-rsa-without-oaep
    Cipher.getInstance("AES/GCM/NoPadding");
  }

  void keyPairs() throws GeneralSecurityException {
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    // ruleid: java-short-asymmetric-key
    rsa.initialize(1024);
    KeyPairGenerator dsa = KeyPairGenerator.getInstance("DSA");
    // ruleid: java-short-asymmetric-key
    dsa.initialize(512, new SecureRandom());
    KeyPairGenerator strong = KeyPairGenerator.getInstance("RSA");
    // ok: java-short-asymmetric-key
    strong.initialize(3072);
    KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
    // ok: java-short-asymmetric-key
    curve.initialize(256);
  }

  void vectors(byte[] received) {
    // ruleid: java-constant-iv
    IvParameterSpec zero = new IvParameterSpec(new byte[16]);
    // ruleid: java-constant-iv
    IvParameterSpec text = new IvParameterSpec("0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
    // ruleid: java-constant-iv
    GCMParameterSpec gcm = new GCMParameterSpec(128, new byte[12]);
    byte[] fixed = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
    // ruleid: java-constant-iv
    IvParameterSpec listed = new IvParameterSpec(fixed);
    byte[] fresh = new byte[16];
    new SecureRandom().nextBytes(fresh);
    // ok: java-constant-iv
    IvParameterSpec random = new IvParameterSpec(fresh);
    // ok: java-constant-iv
    IvParameterSpec stored = new IvParameterSpec(received);
  }

  void keys(byte[] fromVault, String secret) {
    // ruleid: java-hardcoded-crypto-key
    SecretKeySpec literal = new SecretKeySpec("0123456789abcdef".getBytes(StandardCharsets.UTF_8), "AES");
    // ruleid: java-hardcoded-crypto-key
    SecretKeySpec constant = new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "AES");
    // ruleid: java-hardcoded-crypto-key
    Algorithm signer = Algorithm.HMAC256("shop-signing-key");
    // ok: java-hardcoded-crypto-key
    SecretKeySpec loaded = new SecretKeySpec(fromVault, "AES");
    // ok: java-hardcoded-crypto-key
    Algorithm configured = Algorithm.HMAC256(secret);
  }
}
