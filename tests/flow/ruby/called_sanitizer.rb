def pass(text)
  clean(text)
end

def look(text)
  clean(text)
  text
end

def run
  # ok: flow
  sink(pass(source()))
  # ruleid: flow
  sink(look(source()))
end
