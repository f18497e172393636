class Channel
  def initialize
    @listeners = []
  end

  def subscribe(&listener)
    @listeners << listener
  end

  def publish(message)
    @listeners.each { |listener| listener.call(message) }
  end
end

def connect
  orders = Channel.new
  orders.subscribe do |message|
    # ruleid: flow
    sink(message)
  end
  ticks = Channel.new
  ticks.subscribe do |message|
    # ok: flow
    sink(message)
  end
  orders.publish(source())
  ticks.publish('tick')
end
