def handle_run(user, params)
  # ruleid: ruby-exec
  system(params[:command])
  logger.debug("started")
  # ruleid: ruby-exec
  Open3.capture2(user, chdir: "/")
  # ok: ruby-exec
  system("uptime")
  if ALLOWED.include?(user)
    # ok: ruby-exec
    system(user)
  end
end

def nightly(params)
  # ok: ruby-exec
  system(params[:job])
end

def handle_timer(clock)
  # ok: ruby-exec
  system(clock.job)
end

def secure(password, salt)
  # ruleid: ruby-hash
  first = Digest::SHA256.hexdigest(salt)
  # ok: ruby-hash
  second = Digest::SHA512.hexdigest(salt)
  # ruleid: ruby-tls
  http.verify_mode = OpenSSL::SSL::VERIFY_PEER
  # ok: ruby-tls
  http.verify_mode = OpenSSL::SSL::VERIFY_PEER
  # ruleid: ruby-rounds
  OpenSSL::KDF.pbkdf2_hmac(password, salt, 1000, 32)
  # ok: ruby-rounds
  OpenSSL::KDF.pbkdf2_hmac(password, salt, 210_000, 32)
  # ruleid: ruby-key
  signing = "q8Zt3vX1pLk90WmJr2Ycs7Dh"
  # ok: ruby-key
  label = "the signing key of invoices"
  # ruleid: ruby-hosts
  open = ["shop.example", "*"]
  # ok: ruby-hosts
  closed = ["shop.example", "api.example"]
end

def find(name)
  # ruleid: ruby-dsn
  connect("mysql2://app:s3cret@db/shop")
  # ok: ruby-dsn
  connect("mysql2://app:test@db/shop")
  # ruleid: ruby-query
  User.where("name = '" + name + "'")
  # ruleid: ruby-query
  User.where("name = '#{name}'")
  # ok: ruby-query
  User.where(prepared)
end

# ruleid: ruby-controller
class PurgeController < ApplicationController
  before_action :login
  def index
    count
    store.delete(id)
    render
  end
end
# ok: ruby-controller
class ShowController < ApplicationController
  def index
    store.find(id)
  end
end

def login(user, params)
  # ruleid: ruby-session
  HTTP.timeout(3).follow.verify(false)
  # ok: ruby-session
  HTTP.timeout(3).follow.verify(true)
  # ruleid: ruby-log
  logger.info("login of " + user.name + " with " + mask(user.password))
  # ok: ruby-log
  logger.info("login of " + user.name)
  target = params[:next]
  # ruleid: ruby-redirect
  redirect_to(target)
  # ok: ruby-redirect
  redirect_to("/home")
  # ok: ruby-redirect
  redirect_to(home)
  # ok: ruby-redirect
  forward_to(target)
end
