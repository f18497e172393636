def shared_text
  letter = String.new('dear ')
  copy = letter
  copy << source()
  # ruleid: flow
  sink(letter)
end

def own_text
  letter = 'dear '
  copy = letter
  copy += source()
  # ok: flow
  sink(letter)
  # ruleid: flow
  sink(copy)
end
