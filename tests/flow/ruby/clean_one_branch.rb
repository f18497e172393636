def store(strict)
  text = source()
  text = clean(text) if strict
  # ruleid: flow
  sink(text)
end

def store_always(strict)
  text = source()
  text = if strict then clean(text) else clean(text.strip) end
  # ok: flow
  sink(text)
end
