def fill(nothing = nil)
  city = nothing || source()
  # ruleid: flow
  sink(city)
  street = nil
  street ||= source()
  # ruleid: flow
  sink(street)
  capital = 'Rome'
  capital ||= source()
  # ok: flow
  sink(capital)
  both = source() && 'second'
  # ok: flow
  sink(both)
end
