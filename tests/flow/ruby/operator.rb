class Text
  attr_reader :value

  def initialize(value)
    @value = value
  end

  def +(other)
    Text.new(value + other.value)
  end

  def *(other)
    Text.new('product')
  end
end

def run
  typed = Text.new(source())
  comma = Text.new(',')
  # ruleid: flow
  sink((typed + comma).value)
  # ok: flow
  sink((typed * comma).value)
end
