module Shared
  def self.included(base)
    base.extend(ClassMethods)
  end

  module ClassMethods
    def build(text)
      new(text)
    end
  end

  def shown
    "[#{text}]"
  end
end
