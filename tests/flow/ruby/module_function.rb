module Texts
  def self.quoted(text)
    "'#{text}'"
  end

  class << self
    def blank(text)
      ' ' * text.size
    end
  end
end

def run
  # ruleid: flow
  sink(Texts.quoted(source()))
  # ok: flow
  sink(Texts.blank(source()))
end
