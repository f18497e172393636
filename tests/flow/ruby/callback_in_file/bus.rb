class Bus
  def initialize
    @handlers = Hash.new { |all, event| all[event] = [] }
  end

  def on(event, &handler)
    @handlers[event] << handler
  end

  def emit(event, payload)
    @handlers[event].each { |handler| handler.call(payload) }
  end
end
