fun first() { before(1) }
context(log: Logger)
fun run(x: Int) { log.write(x) }
class Last { fun last() { after(1) } }
