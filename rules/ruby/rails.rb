class AccountsController < ApplicationController
  # ruleid: ruby-csrf-disabled
  skip_before_action :verify_authenticity_token, only: [:transfer]
  # ok: ruby-csrf-disabled
  skip_before_action :require_login, only: [:index]
  # ruleid: ruby-http-basic-password
  http_basic_authenticate_with name: "admin", password: "Winter2024!"
  # ok: ruby-http-basic-password
  http_basic_authenticate_with name: "admin", password: ENV.fetch("ADMIN_PASSWORD")

  FEEDS = { "news" => "https://news.example/feed" }.freeze
  FILES = { "terms" => "/srv/terms.pdf" }.freeze

  def hello
    # ruleid: ruby-xss-html-safe
    @title = "<h1>#{params[:name]}</h1>".html_safe
    # ruleid: ruby-xss-html-safe
    @text = raw(params[:text])
    # ok: ruby-xss-html-safe
    @clean = sanitize(params[:text]).html_safe
    # ok: ruby-xss-html-safe
    @fixed = "<b>Welcome</b>".html_safe
  end

  def after_login
    # ruleid: ruby-open-redirect
    redirect_to params[:next]
  end

  def after_logout
    # ruleid: ruby-open-redirect
    redirect_to(params.fetch(:next, "/"), allow_other_host: true)
  end

  def after_order
    # ok: ruby-open-redirect
    redirect_to order_path(params[:id])
  end

  def after_news
    # ok: ruby-open-redirect
    redirect_to params[:all] ? news_index_path : root_path
  end

  def after_all
    # ok: ruby-open-redirect
    redirect_to root_path
  end

  def download
    # ruleid: ruby-path-traversal-request
    send_file("/srv/invoices/#{params[:name]}")
    # ruleid: ruby-path-traversal-request
    note = File.read(Rails.root.join("notes", params[:note]))
    # ok: ruby-path-traversal-request
    safe = File.join("/srv/invoices", File.basename(params[:name]))
    # ok: ruby-path-traversal-request
    send_file(FILES.fetch(params[:name]))
    [note, safe]
  end

  def preview
    # ruleid: ruby-ssrf-request-url
    first = URI.open(params[:url])
    # ruleid: ruby-ssrf-request-url
    second = Net::HTTP.get(URI.parse(params[:callback]))
    # ok: ruby-ssrf-request-url
    third = URI.open(FEEDS.fetch(params[:feed]))
    # ok: ruby-ssrf-request-url
    fourth = Net::HTTP.get(URI("https://news.example/feed"))
    [first, second, third, fourth]
  end

  def update
    # ruleid: ruby-mass-assignment
    @account.update(params.permit!)
    # ruleid: ruby-mass-assignment
    @user.update(params.require(:user).permit!)
    # ok: ruby-mass-assignment
    @user.update(params.require(:user).permit(:name, :mail))
    # ok: ruby-mass-assignment
    @user.update(name: params[:name])
  end

  def remember
    # ruleid: ruby-cookie-secure-disabled
    cookies[:sid] = { value: @id, secure: false }
    # ruleid: ruby-cookie-httponly-disabled
    cookies[:sid] = { value: @id, httponly: false }
    # ok: ruby-cookie-secure-disabled
    cookies[:sid] = { value: @id, secure: true, httponly: true }
    # ok: ruby-cookie-httponly-disabled
    cookies[:sid] = { value: @id, httponly: true, secure: true }
    # ruleid: ruby-log-injection
    Rails.logger.info("login of #{params[:user]}")
    # ruleid: ruby-log-injection
    logger.warn("refused coupon " + params[:coupon])
    # ok: ruby-log-injection
    logger.info("login of #{params[:user].inspect}")
    # ok: ruby-log-injection
    logger.error("checkout failed")
  rescue StandardError => e
    # ruleid: ruby-error-detail-exposure
    render plain: e.full_message, status: 500
    # ok: ruby-error-detail-exposure
    render plain: "internal error", status: 500
  end
end

Rails.application.configure do
  # ruleid: ruby-error-detail-exposure
  config.consider_all_requests_local = true
  # ok: ruby-error-detail-exposure
  config.consider_all_requests_local = false
  # ruleid: ruby-cookie-secure-disabled
  config.force_ssl = false
  # ok: ruby-cookie-secure-disabled
  config.force_ssl = true
  # ruleid: ruby-csrf-disabled
  config.action_controller.allow_forgery_protection = false
  # ok: ruby-csrf-disabled
  config.action_controller.perform_caching = false
  # ruleid: ruby-http-basic-password
  config.secret_key_base = "9f8e7d6c5b4a39281706f5e4d3c2b1a0"
  # ok: ruby-http-basic-password
  config.secret_key_base = ENV.fetch("SECRET_KEY_BASE")
end

# ruleid: ruby-cookie-httponly-disabled
Rails.application.config.session_store :cookie_store, key: "_shop", httponly: false
# ok: ruby-cookie-httponly-disabled
Rails.application.config.session_store :cookie_store, key: "_shop", httponly: true
