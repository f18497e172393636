import java.security.MessageDigest as Digest

fun go(a: String, b: Int = 1): Int? {
    // ruleid: kt-call
    Runtime.getRuntime().exec("ls " + a)
    // ok: kt-call
    runtime.exec("ls")
    // ruleid: kt-imported
    val d = Digest.getInstance("MD5")
    // ok: kt-imported
    val e = Digest.getInstance("SHA-256")
    // ruleid: kt-interpolation
    db.query("SELECT '$a' FROM t")
    // ruleid: kt-interpolation
    db.query("SELECT ${a.b} FROM t")
    // ok: kt-interpolation
    db.query("SELECT 1")
    return null
}

// ruleid: kt-function
suspend fun run(a: String) {
    if (a.isEmpty()) { eval(a) }
}
