class Handler
  def handle
    # ruleid: flow
    sink(read)
    # ok: flow
    sink(name)
  end

  def read
    'nothing'
  end

  def name
    'handler'
  end
end
