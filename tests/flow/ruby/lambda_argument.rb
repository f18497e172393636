def twice(change, text)
  change.call(change.call(text))
end

def use
  typed = source()
  # ruleid: flow
  sink(twice(->(text) { text + '.' }, typed))
  # ok: flow
  sink(twice(lambda { |text| 'same' }, typed))
end
