def guarded(known)
  typed = source()
  unless known
    typed = 'unknown'
    # ok: flow
    sink(typed)
    return
  end
  # ruleid: flow
  sink(typed)
end
