class ItemsController < ActionController::Base
  def index
    @items = [{ text: params[:text], size: 1 }]
    render :list
  end
end
