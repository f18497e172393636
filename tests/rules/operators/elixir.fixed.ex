defmodule Commands do
  def handle_run(user, params) do
    # ruleid: elixir-exec
    System.cmd(params.command, [])
    Logger.debug("started")
    # ruleid: elixir-exec
    :os.cmd(user)
    # ok: elixir-exec
    System.cmd("uptime", [])
    if allowed?(user) do
      # ok: elixir-exec
      :os.cmd(user)
    end
  end

  def nightly(params) do
    # ok: elixir-exec
    :os.cmd(params.job)
  end

  def handle_timer(clock) do
    # ok: elixir-exec
    :os.cmd(clock.job)
  end

  def secure(socket, password, salt) do
    # ruleid: elixir-hash
    first = :crypto.hash(:sha256, salt)
    # ok: elixir-hash
    second = :crypto.hash(:sha512, salt)
    # ruleid: elixir-tls
    :ssl.connect(socket, 443, verify: :verify_peer)
    # ok: elixir-tls
    :ssl.connect(socket, 443, verify: :verify_peer)
    # ruleid: elixir-rounds
    Plug.Crypto.pbkdf2(password, salt, 1000)
    # ok: elixir-rounds
    Plug.Crypto.pbkdf2(password, salt, 210_000)
    # ruleid: elixir-key
    signing = "q8Zt3vX1pLk90WmJr2Ycs7Dh"
    # ok: elixir-key
    label = "the signing key of invoices"
    # ruleid: elixir-hosts
    open = ["shop.example", "*"]
    # ok: elixir-hosts
    closed = ["shop.example", "api.example"]
  end

  def find(name) do
    # ruleid: elixir-dsn
    connect("ecto://app:s3cret@db/shop")
    # ok: elixir-dsn
    connect("ecto://app:test@db/shop")
    # ruleid: elixir-query
    Repo.query("select * from users where name = '" <> name)
    # ruleid: elixir-query
    Repo.query("select * from users where name = '#{name}'")
    # ok: elixir-query
    Repo.query(prepared)
    # ruleid: elixir-chain
    config.limits.upload.images.unbounded
    # ok: elixir-chain
    config.limits.upload.images.small
  end

  def login(user) do
    # ruleid: elixir-log
    Logger.info("login with " <> mask(user.password))
    # ok: elixir-log
    Logger.info("login of " <> user.name)
    target = query_param("next")
    # ruleid: elixir-redirect
    redirect_to(target)
    # ok: elixir-redirect
    redirect_to("/home")
    # ok: elixir-redirect
    redirect_to(home)
    # ok: elixir-redirect
    forward_to(target)
  end
end

# ruleid: elixir-controller
defmodule Purge do
  @count 0
  def index(id) do
    count(id)
    Repo.delete(id)
    :ok
  end
end

# ok: elixir-controller
defmodule Show do
  def index(id) do
    Repo.find(id)
  end
end
