def connect(host: 'localhost', user: 'guest', **others)
  host + others.fetch(:suffix, '')
end

def run
  # ruleid: flow
  sink(connect(user: 'me', host: source()))
  # ok: flow
  sink(connect(user: source(), host: 'db'))
  # ruleid: flow
  sink(connect(suffix: source()))
end
