def loud(text)
  text.upcase
end

def hidden(text)
  '-' * text.length
end

def run
  change = method(:loud)
  # ruleid: flow
  sink(change.call(source()))
  change = method(:hidden)
  # ok: flow
  sink(change.call(source()))
  # ruleid: flow
  sink(send(:loud, source()))
end
