class SessionsController < ApplicationController
  def create
    # ruleid: ruby-open-redirect
    redirect_to params[:next]
  end

  def destroy
    # ok: ruby-open-redirect
    redirect_to "/home"
  end

  def other
    # ok: ruby-open-redirect
    redirect_to root_path
  end
end
