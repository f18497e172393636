class Parrot
  def speak(text)
    text + text
  end
end

class Statue
  def speak(text)
    ''
  end
end

def voice(kind)
  return Parrot.new if kind == :parrot

  Statue.new
end

def listen
  # ruleid: flow
  sink(voice(:parrot).speak(source()))
  # ok: flow
  sink(voice(:statue).speak(source()))
end
