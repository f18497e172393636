import java.security.{MessageDigest => Digest}
object A {
  def go(a: String): Unit = {
    // ruleid: scala-imported
    val d = Digest.getInstance("MD5")
    // ok: scala-imported
    val e = Digest.getInstance("SHA-256")
    // ruleid: scala-interpolation
    db.query(s"SELECT '$a'")
    // ok: scala-interpolation
    db.query("SELECT 1")
    // ruleid: scala-new
    new File("/tmp/" + a).delete()
    // ok: scala-new
    new File("/tmp").delete()
  }
}
