class Verbatim
  def render(text)
    text
  end
end

class Redacted
  def render(text)
    '#' * text.length
  end
end

def draw
  note = source()
  renderer = Verbatim.new
  # ruleid: flow
  sink(renderer.render(note))
  renderer = Redacted.new
  # ok: flow
  sink(renderer.render(note))
end
