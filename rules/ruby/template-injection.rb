require "erb"

class GreetingsController < ApplicationController
  def preview
    # ruleid: ruby-template-injection
    render inline: "<p>Hello #{params[:name]}</p>"
    # ruleid: ruby-template-injection
    ERB.new(params[:text]).result
    # ok: ruby-template-injection
    ERB.new("<p>Hello</p>").result
  end
end
