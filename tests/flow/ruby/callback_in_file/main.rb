require_relative 'bus'

def run
  bus = Bus.new
  bus.on(:order) do |payload|
    # ruleid: flow
    sink(payload)
  end
  bus.on(:tick) do |payload|
    # ok: flow
    sink(payload)
  end
  bus.emit(:order, source())
  bus.emit(:tick, 'now')
end
