require 'sinatra'

get '/hello' do
  @title = 'Hello'
  erb :hello, locals: { name: params[:name] }
end
