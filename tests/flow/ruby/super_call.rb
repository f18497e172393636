class Echo
  def say(text)
    text
  end
end

class LoudEcho < Echo
  def say(text)
    super.upcase + '!'
  end
end

class DeafEcho < Echo
  def say(text)
    super('nothing')
  end
end

def run
  # ruleid: flow
  sink(LoudEcho.new.say(source()))
  # ok: flow
  sink(DeafEcho.new.say(source()))
end
