def compose
  page = +'<p>'
  page << source()
  # ruleid: flow
  sink(page)
  page.clear
  page << 'empty'
  # ok: flow
  sink(page)
end

def replaced
  page = +'<p>'
  page.concat(source(), '</p>')
  # ruleid: flow
  sink(page)
  page.replace('fixed')
  # ok: flow
  sink(page)
end
