class InvoicesController < ApplicationController
  def show
    # ruleid: ruby-path-traversal-request
    send_file("/srv/invoices/#{params[:name]}")
    # ok: ruby-path-traversal-request
    send_file("/srv/invoices/#{File.basename(params[:name])}")
    # ruleid: ruby-path-traversal-request
    File.read(File.join("/srv/invoices", params[:name]))
  end
end
