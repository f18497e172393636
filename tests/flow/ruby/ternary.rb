def pick(flag)
  typed = source()
  # ruleid: flow
  sink(flag ? 'default' : typed)
  # ok: flow
  sink(flag ? 'left' : 'right')
  limit = 10
  # ok: flow
  sink(limit > 5 ? 'enough' : typed)
end
