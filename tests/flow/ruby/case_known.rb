def route
  mode = 'B'
  target = case mode
           when 'A' then source()
           when 'B', 'C' then 'home'
           else source()
           end
  # ok: flow
  sink(target)
end

def route_symbol
  mode = :input
  case mode
  when :home
    target = 'home'
  when :input
    target = source()
  end
  # ruleid: flow
  sink(target)
end
