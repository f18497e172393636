class Meanings {
  void A(RawQuery one, BoundQuery two) {
    // ruleid: meaning-declared-type
    one.run(1);
    // ok: meaning-declared-type
    two.run(1);
  }
}
