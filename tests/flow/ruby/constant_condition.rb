OFFSET = 106

def always
  reply = source()
  reply = 'constant' if 7 * 42 - OFFSET > 180
  # ok: flow
  sink(reply)
end

def never
  reply = source()
  offset = 206
  reply = 'constant' if 7 * 42 - offset > 180
  # ruleid: flow
  sink(reply)
end
