class Box<T>(val value: T)
class Text(t: String) : Box<String>(t)
fun all(): List<Text> { return listOf() }
fun a(x: String) {
  // ruleid: meaning-type-argument
  load<Text>(x)
  // ruleid: meaning-type-argument
  load<Text, String>(x)
  // ruleid: meaning-type-argument
  val b = load<Text> { x }
  // ok: meaning-type-argument
  other<Text>(x)
  // ok: meaning-type-argument
  if (a < b) c(load)
}
fun types(one: RawQuery, two: BoundQuery) {
  // ruleid: meaning-declared-type-behind
  one.run(1)
  // ok: meaning-declared-type-behind
  two.run(1)
  val made = RawQuery()
  // ruleid: meaning-declared-type-behind
  made.run(1)
}
