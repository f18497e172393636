require_relative 'input'

def run
  # ruleid: flow
  sink(read_line)
  # ok: flow
  sink(prompt)
end
