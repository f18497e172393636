def gather
  found = 'none'
  missed = 'none'
  [1].each { |_| found = source() }
  # ruleid: flow
  sink(found)
  # ok: flow
  sink(missed)
end
