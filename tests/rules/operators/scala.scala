class Commands {
  def handleRun(user: String, request: Request) = {
    // ruleid: scala-exec
    Process(request.body)
    log.debug("started")
    // ruleid: scala-exec
    Runtime.getRuntime.exec(user)
    // ok: scala-exec
    Process("uptime")
    if (allowed.contains(user)) {
      // ok: scala-exec
      Process(user)
    }
  }

  def nightly(request: Request) = {
    // ok: scala-exec
    Process(request.job)
  }

  def handleTimer(clock: Clock) = {
    // ok: scala-exec
    Process(clock.job)
  }
}

object Crypto {
  def secure(password: Array[Char], salt: Array[Byte]) = {
    // ruleid: scala-hash
    MessageDigest.getInstance("MD5").digest(salt)
    // ok: scala-hash
    MessageDigest.getInstance("SHA-512").digest(salt)
    // ruleid: scala-tls
    SSLContext.getInstance("TLSv1.1")
    // ok: scala-tls
    SSLContext.getInstance("TLSv1.2")
    // ruleid: scala-rounds
    new PBEKeySpec(password, salt, 1000, 256)
    // ok: scala-rounds
    new PBEKeySpec(password, salt, 210000, 256)
    // ruleid: scala-key
    val signing = "q8Zt3vX1pLk90WmJr2Ycs7Dh"
    // ok: scala-key
    val label = "the signing key of invoices"
    // ruleid: scala-hosts
    val open = Seq("shop.example", "*")
    // ok: scala-hosts
    val closed = Seq("shop.example", "api.example")
  }

  def find(db: Statement, name: String) = {
    // ruleid: scala-dsn
    connect("jdbc:postgresql://db/shop?user=app&password=s3cret")
    // ok: scala-dsn
    connect("jdbc:postgresql://db/shop?user=app&password=test")
    // ruleid: scala-query
    db.executeQuery("select * from users where name = '" + name + "'")
    // ruleid: scala-query
    db.executeQuery(s"select * from users where name = '${name}'")
    // ok: scala-query
    db.executeQuery(prepared)
  }
}

// ruleid: scala-controller
class Purge extends Controller {
  val count = 0
  def index(id: Int) = {
    log.debug("purge")
    store.delete(id)
    Ok
  }
}

// ok: scala-controller
class Show extends Controller {
  def index(id: Int) = {
    store.find(id)
  }
}

class Sessions {
  def login(user: User, dice: Random, safe: SecureRandom) = {
    // ruleid: scala-client
    Http(url).timeout(3).option(HttpOptions.allowUnsafeSSL)
    // ok: scala-client
    Http(url).timeout(3).option(HttpOptions.followRedirects)
    // ruleid: scala-log
    logger.info("login of " + user.name + " with " + mask(user.password))
    // ok: scala-log
    logger.info("login of " + user.name)
    // ruleid: scala-random
    val token = dice.nextInt(1000000)
    // ok: scala-random
    val nonce = safe.nextInt(1000000)
    val objects = new ObjectInputStream(stream)
    val records = new JsonReader(stream)
    // ruleid: scala-read-object
    objects.readObject()
    // ok: scala-read-object
    records.readObject()
    val next = request.getQueryString("next")
    // ruleid: scala-redirect
    Redirect(next)
    // ok: scala-redirect
    Redirect("/home")
    // ok: scala-redirect
    Redirect(home)
    // ok: scala-redirect
    forward(next)
  }
}
