def count
  word = 'fixed'
  [source()].each do |text; word|
    word = text
    # ruleid: flow
    sink(word)
  end
  # ok: flow
  sink(word)
end
