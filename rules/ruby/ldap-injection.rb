require "net/ldap"

class LoginController < ApplicationController
  def create
    # ruleid: ruby-ldap-injection
    filter = Net::LDAP::Filter.construct("(uid=#{params[:user]})")
    # ok: ruby-ldap-injection
    admin = Net::LDAP::Filter.construct("(uid=admin)")
  end
end
