fun first() { before(1) }
fun run(x: Int) {
    val raw = $$"price $x $$x"
}
fun last() { after(1) }
