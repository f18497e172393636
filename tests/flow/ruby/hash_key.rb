def lookup
  words = { en: source(), 'it' => 'ciao' }
  # ruleid: flow
  sink(words[:en])
  # ok: flow
  sink(words['it'])
  # ruleid: flow
  sink(words.fetch(:en, 'none'))
  words.delete(:en)
  # ok: flow
  sink(words[:en])
end
