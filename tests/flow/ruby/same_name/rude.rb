module Rude
  def self.answer(question)
    "#{question}?!"
  end
end
