package shop.login;

import java.security.SecureRandom;
import java.util.Random;
import org.apache.commons.lang3.RandomStringUtils;

class Codes {
  String newResetToken() {
    // ruleid: java-insecure-random-secret
    Random random = new Random();
    return Long.toHexString(random.nextLong());
  }

  String generatePassword(int length) {
    // ruleid: java-insecure-random-secret
    return RandomStringUtils.randomAlphanumeric(length);
  }

  int verificationCode() {
    // ruleid: java-insecure-random-secret
    return (int) (Math.random() * 1000000);
  }

  String newSessionId() {
    // ok: java-insecure-random-secret
    SecureRandom random = new SecureRandom();
    return Long.toHexString(random.nextLong());
  }

  int rollDice() {
    // ok: java-insecure-random-secret
    return new Random().nextInt(6) + 1;
  }
}
