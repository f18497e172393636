package shop.accounts;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

class Sums {
  private static final String ALGORITHM = "MD5";

  byte[] weak(byte[] data) throws NoSuchAlgorithmException {
    // ruleid: java-weak-hash
    return MessageDigest.getInstance(ALGORITHM).digest(data);
  }

  byte[] chosen(byte[] data, boolean old) throws NoSuchAlgorithmException {
    String name = old ? "SHA-1" : "SHA-256";
    // ruleid: java-weak-hash
    return MessageDigest.getInstance(name).digest(data);
  }

  byte[] strong(byte[] data) throws NoSuchAlgorithmException {
    // ok: java-weak-hash
    return MessageDigest.getInstance("SHA-256").digest(data);
  }
}
