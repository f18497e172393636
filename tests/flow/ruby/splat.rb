def chain(separator, *parts)
  parts.join(separator)
end

def first(*parts)
  parts.first
end

def run
  # ruleid: flow
  sink(chain('-', 'a', source()))
  # ok: flow
  sink(chain('-', 'a', 'b'))
  # ok: flow
  sink(first('a', source()))
  # ruleid: flow
  sink(first(*[source(), 'b']))
end
