func handleRun(user: String, request: Request) {
  // ruleid: swift-exec
  shell(request.command)
  debug("started")
  // ruleid: swift-exec
  Process.run(user, arguments: [])
  // ok: swift-exec
  shell("uptime")
  if allowed.contains(user) {
    // ok: swift-exec
    shell(user)
  }
}

func nightly(request: Request) {
  // ok: swift-exec
  shell(request.job)
}

func handleTimer(clock: Clock) {
  // ok: swift-exec
  shell(clock.job)
}

func secure(password: Data, salt: Data) {
  // ruleid: swift-hash
  let first = Insecure.MD5.hash(data: salt)
  // ok: swift-hash
  let second = SHA512.hash(data: salt)
  // ruleid: swift-tls
  configuration.tlsMinimum = .TLSv11
  // ok: swift-tls
  configuration.tlsMinimum = .TLSv12
  // ruleid: swift-rounds
  pbkdf2(password, salt, rounds: 1000)
  // ok: swift-rounds
  pbkdf2(password, salt, rounds: 210_000)
  // ruleid: swift-key
  let signing = "q8Zt3vX1pLk90WmJr2Ycs7Dh"
  // ok: swift-key
  let label = "the signing key of invoices"
  // ruleid: swift-hosts
  let open = ["shop.example", "*"]
  // ok: swift-hosts
  let closed = ["shop.example", "api.example"]
}

func find(db: Database, name: String) {
  // ruleid: swift-dsn
  connect("postgres://app:s3cret@db/shop")
  // ok: swift-dsn
  connect("postgres://app:test@db/shop")
  // ruleid: swift-query
  db.prepare("select * from users where name = '" + name + "'")
  // ruleid: swift-query
  db.prepare("select * from users where name = '\(name)'")
  // ok: swift-query
  db.prepare(statement)
}

// ruleid: swift-controller
class Help: UIViewController {
  var count = 0
  func load(page: Page) {
    show(page)
    view.evaluateJavaScript(page.script)
    done()
  }
}

// ok: swift-controller
class About: UIViewController {
  func load(page: Page) {
    show(page)
  }
}

func login(user: User, request: Request, dice: Dice, safe: SecureDice) {
  // ruleid: swift-request
  AF.request(url).timeout(3).trusting(true)
  // ok: swift-request
  AF.request(url).timeout(3).trusting(false)
  // ruleid: swift-log
  print("login of " + user.name + " with " + mask(user.password))
  // ok: swift-log
  print("login of " + user.name)
  // ruleid: swift-random
  let token = dice.next()
  // ok: swift-random
  let nonce = safe.next()
  let objects = NSKeyedUnarchiver()
  let records = JSONReader()
  // ruleid: swift-read
  objects.decode(request.body)
  // ok: swift-read
  records.decode(request.body)
  let next = request.parameter("next")
  // ruleid: swift-redirect
  redirect(next)
  // ok: swift-redirect
  redirect("/home")
  // ok: swift-redirect
  redirect(home)
  // ok: swift-redirect
  forward(next)
}
