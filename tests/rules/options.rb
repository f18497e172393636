def given(x)
  # ruleid: return-on, return-off
  return last(x)
end

def branches(x)
  if x
    # ruleid: return-on
    last(1)
  else
    # ok: return-on
    last(2)
    other(3)
  end
end

def before(x)
  # ok: return-on
  last(x)
  x
end
