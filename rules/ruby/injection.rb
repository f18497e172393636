require "open3"
require "shellwords"
require "yaml"

class OrdersController < ApplicationController
  PAGES = { "news" => News, "order" => Order }.freeze

  def index
    # ruleid: ruby-sql-injection
    @mine = Order.where("customer = '#{params[:customer]}'")
    # ruleid: ruby-sql-injection
    @found = Order.find_by_sql("SELECT * FROM orders WHERE state = '" + params[:state] + "'")
    # ruleid: ruby-sql-injection
    ActiveRecord::Base.connection.execute("DELETE FROM orders WHERE id = #{params[:id]}")
    # ok: ruby-sql-injection
    @bound = Order.where("customer = ?", params[:customer])
    # ok: ruby-sql-injection
    @hash = Order.where(customer: params[:customer])
    # ok: ruby-sql-injection
    @number = Order.where("id = #{params[:id].to_i}")
    # ruleid: ruby-sql-injection
    @named = Order.where("name LIKE '%#{name}%'")
    # ok: ruby-sql-injection
    @joined = Order.joins("INNER JOIN #{items} ON #{items}.order_id = orders.id")
    # ok: ruby-sql-injection
    @recent = Order.where("#{Order.table_name}.created_on > ?", params[:since])
  end

  def convert
    # ruleid: ruby-command-injection
    system("convert #{params[:file]} out.png")
    # ruleid: ruby-command-injection
    output, _status = Open3.capture2e("ping -c 1 " + params[:host])
    # ok: ruby-command-injection
    system("convert", params[:file], "out.png")
    # ok: ruby-command-injection
    system("convert #{Shellwords.escape(params[:file])} out.png")
    # todoruleid: ruby-command-injection
    listing = `ls #{params[:folder]}`
    render plain: output + listing
  end

  def compute
    # ruleid: ruby-code-injection
    total = eval(params[:formula])
    # ruleid: ruby-code-injection
    @order.send(params[:action_name], total)
    # ruleid: ruby-code-injection
    model = params[:type].constantize
    # ok: ruby-code-injection
    safe = PAGES.fetch(params[:type])
    # ok: ruby-code-injection
    @order.send(:refresh, params[:id])
    render plain: [total, model, safe].inspect
  end

  def profile
    # ruleid: ruby-unsafe-deserialization
    first = Marshal.load(Base64.decode64(cookies[:profile]))
    # ruleid: ruby-unsafe-deserialization
    second = YAML.unsafe_load(params[:settings])
    # ok: ruby-unsafe-deserialization
    third = JSON.parse(params[:settings])
    # ok: ruby-unsafe-deserialization
    fourth = YAML.safe_load(params[:settings])
    render plain: [first, second, third, fourth].inspect
  end

  def greeting
    # ruleid: ruby-inline-template
    render inline: "<h1>Hello #{params[:name]}</h1>"
  end

  def preview
    # ruleid: ruby-inline-template
    render inline: params[:template]
  end

  def fixed
    # ok: ruby-inline-template
    render inline: "<h1>Hello <%= name %></h1>", locals: { name: params[:name] }
  end

  def page
    # ok: ruby-inline-template
    render :page, locals: { name: params[:name] }
  end
end
