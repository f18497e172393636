def until_found(found)
  while true
    token = source()
    break if found

    token = 'again'
    return
  end
  # ruleid: flow
  sink(token)
end

def until_cleared(found)
  token = source()
  loop do
    token = 'cleared'
    break if found

    found = true
  end
  # ok: flow
  sink(token)
end
