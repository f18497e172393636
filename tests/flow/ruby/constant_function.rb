def audited?
  true
end

def limit
  7 * 6
end

def run
  text = source()
  unless audited?
    # ok: flow
    sink(text)
  end
  # ruleid: flow
  sink(text) if limit > 40
end
