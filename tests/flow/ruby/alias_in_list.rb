class Order
  attr_accessor :address
end

def run
  first = Order.new
  second = Order.new
  orders = [first, second]
  orders[0].address = source()
  # ruleid: flow
  sink(first.address)
  # ok: flow
  sink(second.address)
end
