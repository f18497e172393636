class OrdersController < ApplicationController
  def index
    # ruleid: ruby-sql-injection
    @orders = Order.where("customer = '#{params[:customer]}'")
    # ok: ruby-sql-injection
    @bound = Order.where("customer = ?", params[:customer])
    # ok: ruby-sql-injection
    @named = Order.where(customer: params[:customer])
    # ok: ruby-sql-injection
    @number = Order.where("id = #{params[:id].to_i}")
    save(params[:note])
  end

  def save(note)
    # ruleid: ruby-sql-injection
    ActiveRecord::Base.connection.execute("UPDATE orders SET note = '" + note + "'")
  end

  def load
    line = File.read("orders.txt")
    # ruleid: ruby-sql-injection-indirect
    Order.where("customer = '#{line}'")
    # ok: ruby-sql-injection-indirect
    Order.where("customer = ?", line)
  end
end

class Order < ApplicationRecord
end
