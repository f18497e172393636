def each_line
  yield source(), 'first'
end

def each_tick
  yield 'tick'
end

def listen
  each_line do |line, note|
    # ruleid: flow
    sink(line)
    # ok: flow
    sink(note)
  end
  each_tick do |tick|
    # ok: flow
    sink(tick)
  end
end
