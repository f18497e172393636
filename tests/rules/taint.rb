def straight
  a = source()
  b = "x #{a}"
  # ruleid: taint-flow
  sink(b)
  b = "y"
  # ok: taint-flow
  sink(b)
  [a].each do |v|
    # ruleid: taint-flow
    sink(a)
  end
end
