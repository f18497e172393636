def discard
  draft = source()
  draft = 'empty'
  # ok: flow
  sink(draft)
end

def retain
  draft = 'empty'
  draft = source()
  # ruleid: flow
  sink(draft)
end
