def measure
  [source(), 'cm']
end

def report
  length, unit = measure
  # ruleid: flow
  sink(length)
  # ok: flow
  sink(unit)
  unit, length = length, unit
  # ruleid: flow
  sink(unit)
  # ok: flow
  sink(length)
  head, *tail = ['a', source()]
  # ok: flow
  sink(head)
  # ruleid: flow
  sink(tail[0])
end
