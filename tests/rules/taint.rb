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

def in_block
  # ruleid: taint-in-lambda
  later { |x| x + input(1) }
  # ok: taint-in-lambda
  later { |x| x + clean(input(1)) }
end

def called
  word = source(1)
  # ruleid: taint-flow
  sink(word())
end

def nested
  # ruleid: taint-in-lambda
  later(input(1)) do |x|
    # ruleid: taint-in-lambda
    later(input(x))
  end
end
