def print_page(text, copies)
  # ruleid: flow
  sink(text)
  # ok: flow
  sink(copies)
end

def run
  print_page(source(), '2')
end
