module Polite
  def self.answer(question)
    'thank you'
  end
end
