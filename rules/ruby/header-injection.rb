class LanguagesController < ApplicationController
  def show
    # ruleid: ruby-header-injection
    response.headers["Content-Language"] = params[:language]
    # ok: ruby-header-injection
    response.headers["Content-Language"] = "en"
    # ok: ruby-header-injection
    response.headers["Content-Language"] = params[:language].delete("\r\n")
  end
end
