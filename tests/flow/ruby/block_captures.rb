def wire
  token = source()
  name = 'fixed'
  [1, 2].each do
    # ruleid: flow
    sink(token)
    # ok: flow
    sink(name)
  end
end
