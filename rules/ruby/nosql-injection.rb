class UsersController < ApplicationController
  def show
    users = Mongo::Collection.new(Mongo::Client.new, "users")
    # ruleid: ruby-nosql-injection
    users.find("$where" => "this.name == '#{params[:name]}'")
    # ruleid: ruby-nosql-injection
    users.find(params[:filter])
    # ok: ruby-nosql-injection
    users.find(name: "admin")
  end
end
