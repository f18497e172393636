class PostsController < ApplicationController
  def show
    @name = params[:name]
    @title = "Posts"
  end
end
