require_relative 'config'

def run
  typed = source()
  if Config::TRACE
    # ok: flow
    sink(typed)
  end
  if Config::LEVEL > 2
    # ruleid: flow
    sink(typed)
  end
end
