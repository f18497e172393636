def framed(text)
  "[#{text}]"
end

def run
  typed = framed(source())
  fixed = framed('fixed')
  # ruleid: flow
  sink(typed)
  # ok: flow
  sink(fixed)
end
