class RegionsController < ApplicationController
  def update
    # ruleid: ruby-trust-boundary-violation
    session[:region] = params[:region]
    # ok: ruby-trust-boundary-violation
    session[:page] = params[:page].to_i
  end
end
