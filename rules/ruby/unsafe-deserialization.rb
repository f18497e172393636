require "json"
require "yaml"

class CartsController < ApplicationController
  def create
    # ruleid: ruby-unsafe-deserialization
    Marshal.load(params[:cart])
    # ruleid: ruby-unsafe-deserialization
    YAML.unsafe_load(request.body)
    # ok: ruby-unsafe-deserialization
    JSON.parse(params[:cart])
    # ok: ruby-unsafe-deserialization
    YAML.safe_load(params[:cart])
  end

  def restore
    # ruleid: ruby-unsafe-deserialization-indirect
    Marshal.load(File.binread("cart.bin"))
    # ok: ruby-unsafe-deserialization-indirect
    JSON.parse(File.read("cart.json"))
  end
end
