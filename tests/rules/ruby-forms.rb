# ruleid: ruby-form-require-net-http, ruby-form-require
require 'net/http'
# ruleid: ruby-form-class-applicationcontroller-end, ruby-form-class-secret-end
class UsersController < ApplicationController
  # ruleid: ruby-form-include
  include Foo
  # ruleid: ruby-form-skip_before_action-verify, ruby-form-skip_before_action-only
  skip_before_action :verify, only: [:a]
  # ruleid: ruby-form-secret
  SECRET = "abc"
  # ruleid: ruby-form-attr_accessor
  attr_accessor :x
  # ruleid: ruby-form-def-show-end, ruby-form-def-end
  def show(id, n = 1, *rest, k: 2)
    # ruleid: ruby-form-user-where, ruby-form-user-where-first, ruby-form-user, ruby-form-params, ruby-form-params-id
    @user = User.where("name = '#{params[:id]}'").first
    # ruleid: ruby-form-params, ruby-form-if-nil-else-end, ruby-form-render-text, ruby-form-render-text-2, ruby-form-redirect_to
    if @user.nil? then render(text: "x") else redirect_to params[:u] end
    # ruleid: ruby-form-unless-end
    unless id; foo; end
    # ruleid: ruby-form-return-if
    return 1 if id == 2
    # ruleid: ruby-form-each-do-end
    [1, 2].each do |x| puts x end
    # ruleid: ruby-form-map
    xs.map { |x| x.y }
    # ruleid: ruby-form-begin-rescue-ioerror-ensure-end
    begin
      # ruleid: ruby-form-file-open, ruby-form-file-open-2
      File.open(id) { |f| f.read }
    rescue IOError => e
      log(e)
    ensure
      close
    end
    # ruleid: ruby-form-case-when-end
    case id
    when 1 then one
    else two
    end
    # ruleid: ruby-form-operator
    `ls #{id}`
    # ruleid: ruby-form-system
    system("ls", id)
    # ruleid: ruby-form-operator-2
    h = { a: 1, "b" => 2 }
    # ruleid: ruby-form-while-true-end
    while true do go end
    until x do go2 end
    # ruleid: ruby-form-for-in-end
    for i in 1..3 do bar(i) end
    # ruleid: ruby-form-raise-argumenterror, ruby-form-raise
    raise ArgumentError, "x"
    # ruleid: ruby-form-foo
    obj&.foo(1)
    # ruleid: ruby-form-operator-3
    a, b = pair
    # ruleid: ruby-form-operator-4
    x ||= 1
    # ruleid: ruby-form-lambda
    lambda { |q| q }
    ->(q) { q + 1 }
    # ruleid: ruby-form-yield
    yield id
    # ruleid: ruby-form-eval
    eval(id) rescue nil
    # ruleid: ruby-form-digest-md5-hexdigest
    Digest::MD5.hexdigest(id)
    # ruleid: ruby-form-params, ruby-form-params-constantize, ruby-form-constantize
    params[:u].constantize
    # ruleid: ruby-form-update-admin-true
    user.update!(name: "x", admin: true)
    # ruleid: ruby-form-puts
    puts "a" if $DEBUG
    # ruleid: ruby-form-operator-5, ruby-form-operator-6
    str =~ /^a.*$/
    # ruleid: ruby-form-to_s
    id.to_s
    # ruleid: ruby-form-send-foo
    send(:foo, id)
    s = %w(a b)
    # ruleid: ruby-form-verify_mode-openssl-ssl-verify_non
    http.verify_mode = OpenSSL::SSL::VERIFY_NONE
  end
  # ruleid: ruby-form-def-self-end
  def self.build; new; end
  private
  def z = 1
end
# ruleid: ruby-form-module-end
module M; end
