def lines
  Enumerator.new do |out|
    out << 'header'
    out << source()
  end
end

def headings
  Enumerator.new { |out| out << 'one' }
end

def run
  lines.each do |line|
    # ruleid: flow
    sink(line)
  end
  headings.each do |line|
    # ok: flow
    sink(line)
  end
end
