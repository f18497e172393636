class PagesController < ApplicationController
  def show
    # ruleid: ruby-file-inclusion
    load "pages/#{params[:page]}.rb"
    # ok: ruby-file-inclusion
    load "pages/home.rb"
  end
end
