require "net/http"
require "open-uri"

class PreviewsController < ApplicationController
  def show
    # ruleid: ruby-ssrf-request-url
    URI.open(params[:address])
    # ruleid: ruby-ssrf-request-url
    Net::HTTP.get(URI("http://#{params[:host]}/preview"))
    # ok: ruby-ssrf-request-url
    Net::HTTP.get(URI("https://api.example.com/preview"))
  end
end
