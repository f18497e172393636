def choose(code)
  target = 'home'
  case code
  when 1
    target = source()
  when 2..5
    target = 'few'
  end
  # ruleid: flow
  sink(target)
  case code
  when 1 then target = 'one'
  else target = 'other'
  end
  # ok: flow
  sink(target)
end
