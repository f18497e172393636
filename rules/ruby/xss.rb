class HelloController < ApplicationController
  def show
    # ruleid: ruby-xss-response
    render html: "<p>#{params[:name]}</p>".html_safe
    # ok: ruby-xss-response
    render html: "<p>#{ERB::Util.html_escape(params[:name])}</p>".html_safe
    # ok: ruby-xss-response
    render plain: params[:name]
  end
end
