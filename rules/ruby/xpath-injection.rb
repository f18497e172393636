require "nokogiri"

class CatalogController < ApplicationController
  def price
    catalog = Nokogiri::XML(File.read("catalog.xml"))
    # ruleid: ruby-xpath-injection
    catalog.xpath("//article[@name='#{params[:article]}']/price")
    # ok: ruby-xpath-injection
    catalog.xpath("//article[1]/price")
  end
end
