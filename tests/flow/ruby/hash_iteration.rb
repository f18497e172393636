def dump
  settings = { mode: source() }
  settings.each do |key, value|
    # ok: flow
    sink(key)
    # ruleid: flow
    sink(value)
  end
  # ruleid: flow
  sink(settings.values.first)
  # ok: flow
  sink(settings.keys.first)
end
