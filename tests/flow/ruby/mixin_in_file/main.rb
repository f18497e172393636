require_relative 'shared'

class Note
  include Shared

  attr_reader :text

  def initialize(text)
    @text = text
  end
end

def run
  # ruleid: flow
  sink(Note.build(source()).shown)
  # ok: flow
  sink(Note.build('fixed').shown)
end
