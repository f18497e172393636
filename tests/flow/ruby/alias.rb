class Slot
  attr_accessor :value
end

def shared
  here = Slot.new
  there = here
  there.value = source()
  # ruleid: flow
  sink(here.value)
end

def separate
  here = Slot.new
  there = here.dup
  there.value = source()
  # ok: flow
  sink(here.value)
end
