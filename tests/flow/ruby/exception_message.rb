def refuse(name)
  raise ArgumentError, "unknown #{name}"
end

def caught
  refuse(source())
rescue ArgumentError => e
  # ruleid: flow
  sink(e.message)
end

def caught_fixed
  begin
    refuse('nobody')
  rescue ArgumentError => e
    # ok: flow
    sink(e.message)
  end
end
