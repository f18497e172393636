@file:JvmName("Shop")
package org.example.shop

import java.io.File
import java.security.MessageDigest as Digest
import kotlin.collections.*

const val LIMIT = 0x10
private var counter: Int = 0

enum class Level(val weight: Int) {
    LOW(1),
    HIGH(2);

    fun next() = HIGH
}

interface Store<T> : Closeable {
    val name: String
    fun find(id: Int): T?
}

data class Order(val id: Int, var note: String = "none") : Base(id), Comparable<Order> {
    companion object {
        fun parse(text: String): Order = Order(text.toInt())
    }

    lateinit var service: Service
    val total: Double by lazy { items.sumOf { it.price } }
    val size get() = items.size

    init { register(this) }

    constructor(text: String) : this(text.length)

    override fun compareTo(other: Order): Int = id - other.id
}

@RestController
@RequestMapping("/orders")
class OrderController(private val db: Database) {
    @GetMapping("/{id}")
    suspend fun one(@PathVariable id: String, limit: Int = 10, vararg rest: String): Order? {
        val query = "SELECT * FROM orders WHERE id = '$id' LIMIT ${limit + 1}"
        val rows = db.createStatement().executeQuery(query)
        Runtime.getRuntime().exec("ls " + id)
        val digest = Digest.getInstance("MD5").digest(id.toByteArray())
        var (first, second) = rows.split(",")
        counter += 1
        if (id.isEmpty() || id !in rest) return null else if (limit > LIMIT) { first = second }
        for ((key, value) in headers) println("$key: $value")
        for (i in 0 until 10 step 2) { handle(i) }
        while (counter < 3) counter++
        do { counter-- } while (counter > 0)
        try {
            File("/tmp/$id").writeText(text = """long "text" $id""", charset = Charsets.UTF_8)
        } catch (e: IOException) {
            throw IllegalStateException("failed", e)
        } finally {
            rows.close()
        }
        val kind = when (val code = rows.code) {
            1, 2 -> "low"
            in 3..9 -> { log(code); "mid" }
            is String -> code as? String ?: "none"
            else -> null!!
        }
        val handler = object : Handler { override fun run() = Unit }
        val twice = fun(x: Int): Int { return x * 2 }
        listOf(1, 2, *more).filter { it > 1 }.map(::twice).forEach { x, y -> println(x + y) }
        return rows?.let { row -> Order(row[0], note = 'c'.toString()) }
    }
}
