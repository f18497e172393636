def pad(text, left)
  left <= 0 ? text : pad(' ' + text, left - 1)
end

def countdown(text, left)
  return 'done' if left <= 0

  countdown(text, left - 1)
end

def run
  # ruleid: flow
  sink(pad(source(), 2))
  # ok: flow
  sink(countdown(source(), 2))
end
