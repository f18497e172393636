def outer(text)
  middle("<#{text}>")
end

def middle(text)
  inner(text, 'end')
end

def inner(text, last)
  text + last
end

def run
  # ruleid: flow
  sink(outer(source()))
  # ok: flow
  sink(outer('fixed'))
end
