require_relative 'order'
require_relative 'order_text'

def run
  order = Order.new(source())
  # ruleid: flow
  sink(order.destination)
  # ok: flow
  sink(order.carrier)
end
