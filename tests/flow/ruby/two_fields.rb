Guest = Struct.new(:name, :table)

def seat
  guest = Guest.new(source(), 'window')
  # ruleid: flow
  sink(guest.name)
  # ok: flow
  sink(guest.table)
end
