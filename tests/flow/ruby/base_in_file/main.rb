require_relative 'handler'

class LineHandler < Handler
  def read
    source()
  end
end

def run
  LineHandler.new.handle
end
