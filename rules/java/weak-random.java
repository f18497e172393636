package shop.accounts;

import java.security.SecureRandom;
import java.util.Random;

class Tokens {
  String token() {
    // ruleid: java-weak-random
    return Long.toHexString(new Random().nextLong());
  }

  int pin() {
    // ruleid: java-weak-random
    return (int) (Math.random() * 10000);
  }

  String strongToken() {
    // ok: java-weak-random
    return Long.toHexString(new SecureRandom().nextLong());
  }
}
