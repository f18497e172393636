fun first() { before(1) }
data object None : Shape
fun last() { after(1) }
