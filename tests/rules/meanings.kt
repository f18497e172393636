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
