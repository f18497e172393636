def history
  previous = 'start'
  current = 'start'
  3.times do
    # ruleid: flow
    sink(previous)
    previous = current
    current = source()
  end
end

def no_history
  3.times do
    current = 'start'
    # ok: flow
    sink(current)
    current = source()
  end
end
