class Loader
  def load
    source()
  end
end

class StubLoader < Loader
  def load
    'stub'
  end
end

def fresh
  loader = Loader.new
  # ruleid: flow
  sink(loader.load)
end

def stubbed
  loader = StubLoader.new
  # ok: flow
  sink(loader.load)
end
