def read_line
  source()
end

def prompt
  '> '
end
