class ExportsController < ApplicationController
  def create
    # ruleid: ruby-unsafe-reflection
    exporter = params[:type].constantize.new
    # ok: ruby-unsafe-reflection
    known = "CsvExporter".constantize.new
    # todoruleid: ruby-unsafe-reflection
    exporter.public_send(params[:action_name])
    # ok: ruby-unsafe-reflection
    known.public_send(:export)
  end
end
