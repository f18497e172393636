class Refused < StandardError
  attr_reader :reason

  def initialize(reason)
    super('refused')
    @reason = reason
  end
end

def enter
  raise Refused.new(source())
rescue Refused => e
  # ruleid: flow
  sink(e.reason)
  # ok: flow
  sink(e.message)
end
