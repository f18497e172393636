def changed(text)
  '<' + yield(text) + '>'
end

def run
  # ruleid: flow
  sink(changed(source()) { |text| text.upcase })
  # ok: flow
  sink(changed(source()) { |_| 'same' })
  # ruleid: flow
  sink(changed('fixed') { source() })
end
