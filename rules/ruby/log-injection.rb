class SearchController < ApplicationController
  def index
    # ruleid: ruby-log-injection
    logger.info("search for #{params[:q]}")
    # ok: ruby-log-injection
    logger.info("search for #{params[:q].gsub("\n", "")}")
    # ok: ruby-log-injection
    logger.info("search for #{params[:q].length} letters")
  end
end
