package a.b
// ruleid: kt-form-import-com-google-ai, kt-form-import-com-google
import com.google.ai.sample.Chat
import java.security.MessageDigest
import x.y.z as w
import okhttp3.*
// ruleid: kt-form-class, kt-form-class-base, kt-form-class-other, kt-form-controller-class
@Controller
class Main(val db: Db, private val n: Int = 1) : Base(), Other {
    // ruleid: kt-form-val, kt-form-private-val
    private val secret = "abc"
    // ruleid: kt-form-lateinit-var-string
    lateinit var x: String
    // ruleid: kt-form-val, kt-form-const-val
    companion object { const val K = "k" }
    // ruleid: kt-form-getmapping-fun, kt-form-fun, kt-form-fun-string, kt-form-fun-string-2, kt-form-fun-find-digest
    @GetMapping("/a")
    override suspend fun find(@RequestParam id: String, limit: Int = 5): List<Int> {
        // ruleid: kt-form-java-security-messagedigest-getins, kt-form-messagedigest-getinstance-md5, kt-form-md-messagedigest-getinstance, kt-form-val-md-messagedigest-getinstance-m
        val md = MessageDigest.getInstance("MD5")
        md.update(id.toByteArray())
        // ruleid: kt-form-return, kt-form-return-digest
        return md.digest()
    }
    // ruleid: kt-form-fun-string-2, kt-form-fun-string-3
    fun q(id: String) {
        // ruleid: kt-form-try-catch-finally, kt-form-try-catch-ioexception-finally
        try { run(id) } catch (e: IOException) { log(e) } finally { close() }
        // ruleid: kt-form-if-null-else, kt-form-if-id-null, kt-form-if-else
        if (id == null) { bar() } else { baz() }
        // ruleid: kt-form-when, kt-form-when-2
        when (id) {
            "a" -> one()
            is Foo -> two()
            else -> three()
        }
        // ruleid: kt-form-for-in
        for (i in 1..10) { print(i) }
        // ruleid: kt-form-while-true
        while (true) { loop() }
        // ruleid: kt-form-operator, kt-form-operator-2
        val s = "select $id from ${t.u}"
        // ruleid: kt-form-cookie
        val c = Cookie("a", "b")
        // ruleid: kt-form-secure-false
        c.secure = false
        // ruleid: kt-form-apply-secure-false, kt-form-apply
        c.apply { secure = false }
        // ruleid: kt-form-map, kt-form-map-2, kt-form-filter-it, kt-form-return
        xs.map { x -> x.y }.filter { it.z }
        // ruleid: kt-form-db-query-args, kt-form-db-query-sql
        db.query(sql = "x", args = arrayOf(1))
        // ruleid: kt-form-object-trustmanager
        val o = object : TrustManager { override fun check(a: A) {} }
        // ruleid: kt-form-throw
        throw Ex("a")
    }
    // ruleid: kt-form-fun-int, kt-form-fun-int-eval, kt-form-fun-int-eval-2, kt-form-return
    fun one(a: Int) = eval(a)
    fun two() {
        // ruleid: kt-form-operator-3, kt-form-length, kt-form-length-2
        val l = id?.length ?: 0
        // ruleid: kt-form-as-string
        val m = id as String
        // ruleid: kt-form-operator-5
        val n = a!!.b
        // ruleid: kt-form-operator-4
        n += 1
        // ruleid: kt-form-foo
        obj.foo(1, "x")?.bar()
        // ruleid: kt-form-fun, kt-form-fun-int, kt-form-fun-int-int, kt-form-return
        val f = fun(x: Int): Int { return x }
        // ruleid: kt-form-if-else
        val r = if (a) b else c
        // ruleid: kt-form-settings-javascriptenabled-true, kt-form-javascriptenabled-true
        webView.settings.javaScriptEnabled = true
        // ruleid: kt-form-in
        assert(a in b)
        // ruleid: kt-form-listof, kt-form-listof-2
        listOf(1, 2)[0]
        val (p, q) = pair
        // ruleid: kt-form-intent-class-java
        Intent(this, Foo::class.java)
        // ruleid: kt-form-getsharedpreferences
        x.getSharedPreferences("a", MODE)
    }
}
// ruleid: kt-form-interface
interface I { fun z(): Int }
// ruleid: kt-form-data-class-val-string, kt-form-class
data class P(val a: Int, val b: String)
// ruleid: kt-form-fun, kt-form-fun-string-ext, kt-form-return
fun <T> String.ext(x: T): T { return x }
