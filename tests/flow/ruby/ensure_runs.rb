def lock
  holder = 'nobody'
  begin
    holder = source()
  ensure
    # ruleid: flow
    sink(holder)
    holder = 'nobody'
  end
  # ok: flow
  sink(holder)
end
