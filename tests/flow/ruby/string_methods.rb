def tidy
  typed = source()
  # ruleid: flow
  sink(typed.strip.upcase)
  # ruleid: flow
  sink(typed.gsub('"', ''))
  # ruleid: flow
  sink(typed[0, 12])
  # ruleid: flow
  sink(typed.split(',').join(' '))
  # ok: flow
  sink('fixed'.upcase.center(20))
end
