package shop.orders
import slick.jdbc.{H2Profile => H2, JdbcBackend}

@Singleton
class Orders @Inject()(db: Database) extends Controller with Logging {
  private val Limit = 10

  def find(id: String, limit: Int = Limit): Action[Any] = Action.async { implicit request: Request[Any] =>
    val query = sql"select * from orders where id = $id".as[Int]
    try {
      run(query, timeout = 5).map(rows => Ok(rows.size))
    } catch {
      case e: IOException => log(s"no ${e.cause}")
    } finally close()
  }

  def exit(command: String) = command match {
    case "list" => Seq("ls").!!
    case other if other.isEmpty => null
  }
}
