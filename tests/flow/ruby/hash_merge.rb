def settings
  defaults = { name: 'none', unit: 'kg' }
  merged = defaults.merge(name: source())
  # ruleid: flow
  sink(merged[:name])
  # ok: flow
  sink(merged[:unit])
  # ok: flow
  sink(defaults[:name])
  # ok: flow
  sink(merged.merge(defaults)[:name])
end
