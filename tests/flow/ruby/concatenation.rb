def full_path
  file = source()
  full = '/data/' + file
  # ruleid: flow
  sink(full)
  full = '/data/'
  full += 'index.html'
  # ok: flow
  sink(full)
end
