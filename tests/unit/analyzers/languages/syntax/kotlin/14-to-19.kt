fun interface Run { fun go(x: Int): Int }
sealed interface Shape {
    data class Circle(val r: Double) : Shape
}
@JvmInline value class Id(val raw: String)
class A(private val x: Int = 1,) {
    fun run(o: Any?) {
        before(1)
        val kind = when (val n = o) { is String, !is Int -> 1; in 1..<10 -> 2; null -> 3; else -> 4 }
        val (a, _) = pair
        o?.let { it -> println(it) } ?: return
        for (i in 0 until 10 step 2) { }
        suspend fun inner() = coroutineScope { async { 1 } }
        val name = ::run.name
        after(1)
    }
    companion object { const val X = 1L }
}
