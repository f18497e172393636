module Log
  def self.warn(text)
    # ruleid: flow
    sink(text)
  end

  def self.warn_quietly(text)
    # ok: flow
    sink(clean(text))
  end
end
