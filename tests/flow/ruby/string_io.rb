require 'stringio'

def compose
  page = StringIO.new
  page.puts '<p>'
  page.write(source())
  # ruleid: flow
  sink(page.string)
  empty = StringIO.new
  empty << '<p>'
  # ok: flow
  sink(empty.string)
end
