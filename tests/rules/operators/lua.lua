function handle_run(user, request)
  -- ruleid: lua-exec
  os.execute(request.command)
  debug("started")
  -- ruleid: lua-exec
  io.popen(user, "r")
  -- ok: lua-exec
  os.execute("uptime")
  if allowed[user] then
    -- ok: lua-exec
    os.execute(user)
  end
end

function nightly(request)
  -- ok: lua-exec
  os.execute(request.job)
end

function handle_timer(clock)
  -- ok: lua-exec
  os.execute(clock.job)
end

function secure(socket, password, salt)
  -- ruleid: lua-hash
  local first = md5.sumhexa(salt)
  -- ok: lua-hash
  local second = sha2.sha512(salt)
  -- ruleid: lua-tls
  socket:sslhandshake(nil, host, false)
  -- ok: lua-tls
  socket:sslhandshake(nil, host, true)
  -- ruleid: lua-rounds
  pbkdf2(password, salt, 1000)
  -- ok: lua-rounds
  pbkdf2(password, salt, 210000)
  -- ruleid: lua-key
  local signing = "q8Zt3vX1pLk90WmJr2Ycs7Dh"
  -- ok: lua-key
  local label = "the signing key of invoices"
  -- ruleid: lua-hosts
  local open = {"shop.example", "*"}
  -- ok: lua-hosts
  local closed = {"shop.example", "api.example"}
end

function find(name)
  -- ruleid: lua-dsn
  connect("redis://app:s3cret@db/shop")
  -- ok: lua-dsn
  connect("redis://app:test@db/shop")
  -- ruleid: lua-query
  db.query("select * from users where name = '" .. name .. "'")
  -- ruleid: lua-query
  db.query(string.format("select * from users where name = '%s'", name))
  -- ok: lua-query
  db.query(prepared)
end

function login(user, request)
  -- ruleid: lua-cookie
  cookies.make("sid", user.id).http_only(true).secure(false)
  -- ok: lua-cookie
  cookies.make("sid", user.id).http_only(true).secure(true)
  -- ruleid: lua-log
  ngx.log(ngx.INFO, "login with " .. mask(user.password))
  -- ok: lua-log
  ngx.log(ngx.INFO, "login of " .. user.name)
  local target = request.query("next")
  -- ruleid: lua-redirect
  ngx.redirect(target)
  -- ok: lua-redirect
  ngx.redirect("/home")
  -- ok: lua-redirect
  ngx.redirect(home)
  -- ok: lua-redirect
  mailer.forward(target)
end
