def read(flag)
  if flag
    source()
  else
    'none'
  end
end

def read_not(flag)
  source()
  'none'
end

def run
  # ruleid: flow
  sink(read(true))
  # ok: flow
  sink(read_not(true))
end
