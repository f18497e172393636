def label
  part = source()
  # ruleid: flow
  sink(format('part %s of %d', part, 3))
  # ruleid: flow
  sink('part %s of %d' % [part, 3])
  # ok: flow
  sink(format('part %s of %d', 'engine', 3))
end
