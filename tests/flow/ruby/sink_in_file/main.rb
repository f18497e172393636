require_relative 'log'

def run
  Log.warn(source())
  Log.warn_quietly(source())
end
