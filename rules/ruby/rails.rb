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
    @title = "<h1>#{params[:name]}</h1>".html_safe
    @text = raw(params[:text])
    @clean = sanitize(params[:text]).html_safe
    @fixed = "<b>Welcome</b>".html_safe
  end

  def after_login
    redirect_to params[:next]
  end

  def after_logout
    redirect_to(params.fetch(:next, "/"), allow_other_host: true)
  end

  def after_order
    redirect_to order_path(params[:id])
  end

  def after_news
    redirect_to params[:all] ? news_index_path : root_path
  end

  def after_all
    redirect_to root_path
  end

  def download
    send_file("/srv/invoices/#{params[:name]}")
    note = File.read(Rails.root.join("notes", params[:note]))
    safe = File.join("/srv/invoices", File.basename(params[:name]))
    send_file(FILES.fetch(params[:name]))
    [note, safe]
  end

  def preview
    first = URI.open(params[:url])
    second = Net::HTTP.get(URI.parse(params[:callback]))
    third = URI.open(FEEDS.fetch(params[:feed]))
    fourth = Net::HTTP.get(URI("https://news.example/feed"))
    [first, second, third, fourth]
  end

  def update
    @account.update(params.permit!)
    @user.update(params.require(:user).permit!)
    @user.update(params.require(:user).permit(:name, :mail))
    @user.update(name: params[:name])
  end

  def remember
    # ruleid: ruby-cookie-secure-disabled, ruby-cookie-httponly-disabled
    cookies[:sid] = { value: @id, secure: false }
    # ruleid: ruby-cookie-secure-disabled, ruby-cookie-httponly-disabled
    cookies[:sid] = { value: @id, httponly: false }
    # ok: ruby-cookie-secure-disabled
    cookies[:sid] = { value: @id, secure: true, httponly: true }
    # ok: ruby-cookie-httponly-disabled
    cookies[:sid] = { value: @id, httponly: true, secure: true }
    Rails.logger.info("login of #{params[:user]}")
    logger.warn("refused coupon " + params[:coupon])
    logger.info("login of #{params[:user].inspect}")
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
