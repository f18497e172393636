fun first() { before(1) }
fun run(x: Any) {
    val text = when (x) {
        is Int if x > 3 -> "big"
        else -> "other"
    }
}
class Last { fun last() { after(1) } }
