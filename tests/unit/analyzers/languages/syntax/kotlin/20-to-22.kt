import kotlin.time.*
typealias Handler<T> = (T) -> Unit
data class P(val x: Int)
fun run(x: Any, list: List<Int>) {
    before(1)
    val text = when (x) {
        is Int -> "big"
        is String -> "text"
        else -> "other"
    }
    list.forEach { if (it == 2) return@forEach; if (it == 3) break }
    after(1)
}
