class Caption
  def initialize(text, color)
    @text = text
    @color = color
  end

  def to_s
    @text
  end

  def inspect
    @color
  end
end

def run
  caption = Caption.new(source(), 'red')
  # ruleid: flow
  sink("caption: #{caption}")
  # ok: flow
  sink("caption: #{caption.inspect}")
end
