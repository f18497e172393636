require_relative 'service'

def run
  Service.new.register(source())
end
