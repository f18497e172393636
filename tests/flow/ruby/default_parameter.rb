def sign(text, author = 'anonymous')
  text + author
end

def ask(text = source())
  text
end

def run
  # ruleid: flow
  sink(sign('by ', source()))
  # ok: flow
  sink(sign('by '))
  # ruleid: flow
  sink(ask)
  # ok: flow
  sink(ask('fixed'))
end
