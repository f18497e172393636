require_relative 'polite'
require_relative 'rude'

def run
  # ok: flow
  sink(Polite.answer(source()))
  # ruleid: flow
  sink(Rude.answer(source()))
end
