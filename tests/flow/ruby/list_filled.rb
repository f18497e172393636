def fill(lines, line)
  lines << line
end

def run
  typed = []
  fixed = []
  fill(typed, source())
  fill(fixed, 'fixed')
  # ruleid: flow
  sink(typed[0])
  # ok: flow
  sink(fixed[0])
end
