class FiltersController < ApplicationController
  def show
    # ruleid: ruby-regex-injection
    Regexp.new(params[:pattern]).match?("articles")
    # ok: ruby-regex-injection
    Regexp.new(Regexp.escape(params[:text])).match?("articles")
  end
end
