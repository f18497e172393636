package shop
import java.io.File as F

@RestController
class Orders(private val db: Db) : Base(), Closeable {
    companion object { const val LIMIT = 10 }

    @GetMapping("/{id}")
    suspend fun find(@PathVariable id: String, limit: Int = 5): List<Order>? {
        val query = "SELECT * FROM orders WHERE id = '$id' ${limit + 1}"
        try {
            return db.run(sql = query).map { row -> row.name }
        } catch (e: IOException) {
            throw Failed(e)
        }
    }

    fun kind(id: Int) = when (id) {
        1, 2 -> "few"
        is Many -> id as String
        else -> null
    }
}
