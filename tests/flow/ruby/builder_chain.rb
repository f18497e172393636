class Query
  attr_reader :text

  def initialize
    @text = 'select'
  end

  def where(condition)
    @text += " where #{condition}"
    self
  end

  def limit(count)
    @text += " limit #{count}"
    self
  end
end

def run
  # ruleid: flow
  sink(Query.new.where(source()).limit(1).text)
  # ok: flow
  sink(Query.new.where('a = 1').limit(1).text)
end
