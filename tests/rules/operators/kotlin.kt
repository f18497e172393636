class Commands {
  fun handleRun(user: String, request: Request) {
    // ruleid: kotlin-exec
    Runtime.getRuntime().exec(request["command"])
    log.debug("started")
    // ruleid: kotlin-exec
    ProcessBuilder(user).start()
    // ok: kotlin-exec
    Runtime.getRuntime().exec("uptime")
    if (user in allowed) {
      // ok: kotlin-exec
      Runtime.getRuntime().exec(user)
    }
  }

  fun nightly(request: Request) {
    // ok: kotlin-exec
    Runtime.getRuntime().exec(request.job)
  }

  fun handleTimer(clock: Clock) {
    // ok: kotlin-exec
    Runtime.getRuntime().exec(clock.job)
  }
}

fun secure(password: CharArray, salt: ByteArray) {
  // ruleid: kotlin-hash
  MessageDigest.getInstance("MD5").digest(salt)
  // ok: kotlin-hash
  MessageDigest.getInstance("SHA-512").digest(salt)
  // ruleid: kotlin-tls
  SSLContext.getInstance("TLSv1.1")
  // ok: kotlin-tls
  SSLContext.getInstance("TLSv1.2")
  // ruleid: kotlin-rounds
  PBEKeySpec(password, salt, 1000, 256)
  // ok: kotlin-rounds
  PBEKeySpec(password, salt, 210_000, 256)
  // ruleid: kotlin-key
  val signing = "q8Zt3vX1pLk90WmJr2Ycs7Dh"
  // ok: kotlin-key
  val label = "the signing key of invoices"
  // ruleid: kotlin-hosts
  val open = listOf("shop.example", "*")
  // ok: kotlin-hosts
  val closed = listOf("shop.example", "api.example")
}

fun find(db: Database, name: String) {
  // ruleid: kotlin-dsn
  connect("jdbc:postgresql://db/shop?user=app&password=s3cret")
  // ok: kotlin-dsn
  connect("jdbc:postgresql://db/shop?user=app&password=test")
  // ruleid: kotlin-query
  db.rawQuery("select * from users where name = '" + name + "'", null)
  // ruleid: kotlin-query
  db.rawQuery("select * from users where name = '${name}'", null)
  // ok: kotlin-query
  db.rawQuery(prepared, null)
}

// ruleid: kotlin-activity
class Help : Activity() {
  val count = 0
  override fun onCreate(state: Bundle?) {
    load()
    settings.setJavaScriptEnabled(true)
    show()
  }
}

// ok: kotlin-activity
class About : Activity() {
  override fun onCreate(state: Bundle?) {
    settings.setJavaScriptEnabled(false)
  }
}

fun login(user: User, call: Call, dice: Random, safe: SecureRandom) {
  // ruleid: kotlin-client
  OkHttpClient.Builder().retry(true).followSslRedirects(true)
  // ok: kotlin-client
  OkHttpClient.Builder().retry(true).followSslRedirects(false)
  // ruleid: kotlin-log
  Log.d("login", "login of " + user.name + " with " + mask(user.password))
  // ok: kotlin-log
  Log.d("login", "login of " + user.name)
  // ruleid: kotlin-random
  val token = dice.nextInt(1000000)
  // ok: kotlin-random
  val nonce = safe.nextInt(1000000)
  val objects = ObjectInputStream(call.stream)
  val records = JsonReader(call.stream)
  // ruleid: kotlin-read-object
  objects.readObject()
  // ok: kotlin-read-object
  records.readObject()
  val next = call.parameters["next"]
  // ruleid: kotlin-redirect
  call.respondRedirect(next)
  // ok: kotlin-redirect
  call.respondRedirect("/home")
  // ok: kotlin-redirect
  call.respondRedirect(home)
  // ok: kotlin-redirect
  mailer.forward(next)
}
