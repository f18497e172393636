package shop.accounts;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

class Vault {
  Cipher weak() throws GeneralSecurityException {
    // ruleid: java-weak-cipher
    return Cipher.getInstance("DES/CBC/PKCS5Padding");
  }

  Cipher ecb() throws GeneralSecurityException {
    // ruleid: java-weak-cipher
    return Cipher.getInstance("AES/ECB/PKCS5Padding");
  }

  Cipher strong() throws GeneralSecurityException {
    // ok: java-weak-cipher
    return Cipher.getInstance("AES/GCM/NoPadding");
  }
}
