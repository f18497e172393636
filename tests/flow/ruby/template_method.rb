class Job
  def execute
    # ruleid: flow
    sink(input)
    # ok: flow
    sink(title)
  end

  def title
    'job'
  end
end

class ReadJob < Job
  private

  def input
    source()
  end
end

def start
  ReadJob.new.execute
end
