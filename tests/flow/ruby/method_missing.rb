class Bag
  def initialize
    @entries = { kind: 'bag' }
  end

  def method_missing(name, *given)
    if name.end_with?('=')
      @entries[name.to_s.chomp('=').to_sym] = given.first
    else
      @entries[name]
    end
  end

  def respond_to_missing?(*)
    true
  end
end

def run
  bag = Bag.new
  bag.note = source()
  # ruleid: flow
  sink(bag.note)
  # ok: flow
  sink(bag.kind)
end
