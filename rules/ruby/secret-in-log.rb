class SessionsController < ApplicationController
  def create
    password = params[:password]
    # ruleid: ruby-secret-in-log
    Rails.logger.info("login with #{params[:password]}")
    # ruleid: ruby-secret-in-log
    logger.debug "login with #{password}"
    # ruleid: ruby-secret-in-log
    logger.warn("key " + user.api_key)
    # ok: ruby-secret-in-log
    logger.info("the password of #{user.name} was changed")
    # ok: ruby-secret-in-log
    logger.info("login with #{mask(password)}")
  end
end
