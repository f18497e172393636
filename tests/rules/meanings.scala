class Meanings {
  def types(one: RawQuery, two: BoundQuery) = {
    // ruleid: meaning-declared-type-behind
    one.run(1)
    // ok: meaning-declared-type-behind
    two.run(1)
  }
}
