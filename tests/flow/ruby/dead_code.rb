def stop_early
  text = source()
  return
  # ok: flow
  sink(text)
end

def goes_on(ready)
  text = source()
  return unless ready

  # ruleid: flow
  sink(text)
end
