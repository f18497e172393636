class Store
  def initialize
    @entries = {}
  end

  def [](key)
    @entries[key]
  end

  def []=(key, text)
    @entries[key] = text
  end
end

def run
  store = Store.new
  store[:note] = source()
  # ruleid: flow
  sink(store[:note])
  calm = Store.new
  calm[:note] = 'fixed'
  # ok: flow
  sink(calm[:note])
end
