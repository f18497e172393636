def tagger(tag)
  ->(text) { "<#{tag}>#{text}" }
end

def mark
  odd = tagger(source())
  bold = tagger('b')
  # ruleid: flow
  sink(odd.call('word'))
  # ok: flow
  sink(bold.('word'))
end
