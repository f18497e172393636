class UsersController < ApplicationController
  def show
    users = Mongo::Collection.new(Mongo::Client.new, "users")
    # todoruleid: ruby-nosql-injection
    users.find("$where" => "this.name == '#{params[:name]}'")
    # ok: ruby-nosql-injection
    users.find(name: "admin")
  end
end
