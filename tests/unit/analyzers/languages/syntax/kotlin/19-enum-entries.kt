fun first() { before(1) }
enum class Size {
    Small, Big;
    fun go() = entries.first()
}
fun last() { after(1) }
