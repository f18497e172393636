package a.b
// ruleid: scala-form-import-javax-inject
import javax.inject._
// ruleid: scala-form-import-pdi-jwt, scala-form-import-pdi-jwt-jwtjson
import pdi.jwt.{JwtJson, JwtAlgorithm}
// ruleid: scala-form-import-slick-jdbc, scala-form-import-slick-deps
import slick.jdbc.H2Profile.api._
// ruleid: scala-form-import
import a.b.C
// ruleid: scala-form-object, scala-form-object-val
object Smth {
  // ruleid: scala-form-val, scala-form-operator, scala-form-decl-secret
  val secretKey = "foobar"
  // ruleid: scala-form-def-token-string, scala-form-def-string
  def run1(token: String) = {
    // ruleid: scala-form-val
    val algo = JwtAlgorithm.HS256
    // ruleid: scala-form-jwtargonaut-decodejson
    JwtArgonaut.decodeJson(token, secretKey, algo)
  }
}
// ruleid: scala-form-class-extends-basecontroller, scala-form-class-extends-with-foo, scala-form-class, scala-form-class-decl-secret-def-func-returnt
@Singleton
class HomeController @Inject()(val cc: Controller) extends BaseController with Foo {
  // ruleid: scala-form-val, scala-form-operator, scala-form-decl-secret
  private val KEY = "k"
  // ruleid: scala-form-var-int
  var x: Int = 3
  // ruleid: scala-form-def-string, scala-form-def, scala-form-action, scala-form-async-implicit-request-request-any, scala-form-async-implicit
  def req1(u: String) = Action.async { implicit request: Request[AnyContent] =>
    // ruleid: scala-form-val
    val request = url(u).POST.setHeader("a", "b")
    Ok("ok")
  }
  // ruleid: scala-form-def-string, scala-form-def-2, scala-form-deprecated-def
  @deprecated("x")
  override def f(a: Int, b: String = "q"): Option[Int] = {
    // ruleid: scala-form-val, scala-form-newinstance-newdocumentbuilder, scala-form-val-newinstance-newdocumentbuilder
    val df = Factory.newInstance()
    // ruleid: scala-form-val
    val db = df.newDocumentBuilder()
    // ruleid: scala-form-use-true
    db.use("x", true)
    return Some(1)
  }
  // ruleid: scala-form-def-string
  def h(u: String) = {
    // ruleid: scala-form-try-catch-finally, scala-form-try-catch-case-finally, scala-form-try-foo-catch-case-ioexception-fin
    try { foo(u) } catch { case e: IOException => log(e) } finally { close() }
    // ruleid: scala-form-if-null-else, scala-form-if-null-else-2, scala-form-if-null-else-3
    if (u == null) bar() else baz()
    // ruleid: scala-form-match-case, scala-form-match-case-2, scala-form-match-case-case
    u match {
      case "a" => one()
      case _ => two()
    }
    // ruleid: scala-form-for
    for (i <- 1 to 10) print(i)
    // ruleid: scala-form-while-true
    while (true) { loop() }
    // ruleid: scala-form-val, scala-form-operator-2
    val r = value.!!
    // ruleid: scala-form-val, scala-form-operator-3
    val s = value !;
    // ruleid: scala-form-val, scala-form-sql
    val t = sql"select $u from #$t".as[Int]
    // ruleid: scala-form-val, scala-form-operator-4, scala-form-operator-5, scala-form-operator-6
    val v = s"a $u b"
    // ruleid: scala-form-val, scala-form-new-file, scala-form-new-file-2
    val w = new File("x" + u)
    // ruleid: scala-form-map
    xs.map(x => x.y).filter(_.z)
    // ruleid: scala-form-this
    this.KEY
    // ruleid: scala-form-name
    f(name = 1)
    // ruleid: scala-form-operator-2, scala-form-seq
    Seq("ls", "-l").!!
    // ruleid: scala-form-asinstanceof, scala-form-asinstanceof-string
    u.asInstanceOf[String]
    // ruleid: scala-form-throw-new, scala-form-throw
    throw new Ex("a")
    // ruleid: scala-form-operator-7
    x += 1
    // ruleid: scala-form-collect-case-foo
    ys.collect { case Foo(a) => a }
    // ruleid: scala-form-val, scala-form-action-danger
    val act = Action { val q = 1; danger(q) }
    // ruleid: scala-form-val, scala-form-map-2
    val m = Map("a" -> 1)
  }
}
// ruleid: scala-form-case-class, scala-form-case-class-string
case class P(a: Int, b: String)
// ruleid: scala-form-trait
trait T { def z: Int }
