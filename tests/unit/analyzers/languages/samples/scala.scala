package org.example.shop

import java.io.File
import java.security.{MessageDigest => Digest, Security}
import scala.sys.process._

sealed trait State
case object Open extends State
case class Paid(at: Long, by: String = "none") extends Base(at) with State with Serializable

object Shop extends App {
  val limit: Int = 0x10
  private var counter = 0
  lazy val settings = Map("debug" -> true, "name" -> null)

  def find(id: String)(implicit db: Database): Option[Order] = {
    val query = s"SELECT * FROM orders WHERE id = '$id' LIMIT ${limit + 1}"
    val rows = db.createStatement().executeQuery(query)
    Seq("sh", "-c", id).!
    val digest = Digest.getInstance("MD5").digest(id.getBytes("UTF-8"))
    val (first, second) = (rows.head, 'c')
    counter += 1
    if (id.isEmpty || !rows.nonEmpty) return None
    else if (counter > limit) counter = -1
    for (row <- rows; if row != null) println(row)
    val doubled = for { x <- List(1, 2); y = x } yield x * 2
    while (counter < 3) { counter = counter + 1 }
    try {
      new File("/tmp/" + id).delete()
    } catch {
      case e: java.io.IOException => throw new IllegalStateException("failed", e)
      case _ => ()
    } finally {
      rows.close()
    }
    val kind = limit match {
      case 0 | 1 => "low"
      case n if n > 3 => log(n); "high"
      case Paid(at, _) => at.toString
      case x: String => x
    }
    rows.map(row => row.id).filter(_ > 1).foreach { row => println(row) }
    val handler = new Handler("x") { override def run(): Unit = () }
    val adder = (a: Int, b: Int) => a + b
    db.run(sql = query, timeout = 1.5)
    Some(new Order(id, note = """long "text" """))
  }
}

class OrderController(val db: Database, cc: Components) extends AbstractController(cc) {
  @deprecated("old", "1.0")
  protected def run(names: String*): Action[AnyContent] = Action { request =>
    val name = request.getQueryString("name").getOrElse("")
    Ok(Html(s"<b>$name</b>")).withCookies(Cookie("a", name, httpOnly = false))
  }
}
