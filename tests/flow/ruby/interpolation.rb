def url
  page = source()
  host = 'localhost'
  # ruleid: flow
  sink("https://#{host}/#{page}")
  # ok: flow
  sink("https://#{host}/")
  # ok: flow
  sink('https://#{host}/#{page}')
end
