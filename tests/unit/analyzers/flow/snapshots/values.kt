class User(val name: String) {
  fun greet(other: String?): String {
    val who = other ?: name
    return when (who.length) {
      0 -> "nobody"
      else -> "hi $who"
    }
  }
}
