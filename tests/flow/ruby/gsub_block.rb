def expand
  # ruleid: flow
  sink('dear NAME'.sub('NAME', source()))
  # ruleid: flow
  sink('dear NAME'.gsub(/NAME/) { source() })
  # ok: flow
  sink('dear NAME'.gsub(/NAME/) { |found| found.downcase })
end
