def parse(number)
  text = 'none'
  begin
    text = source()
    Integer(number)
    text = 'parsed'
  rescue ArgumentError
    # ruleid: flow
    sink(text)
    text = 'failed'
  end
  # ok: flow
  sink(text)
end
