def collect
  lines = []
  lines << 'header' << source()
  lines.push('footer')
  # ok: flow
  sink(lines.pop)
  # ruleid: flow
  sink(lines.pop)
  # ok: flow
  sink(lines.pop)
end
