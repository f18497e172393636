def archive(strict)
  note = source()
  note = 'hidden' if strict
  # ruleid: flow
  sink(note)
end

def archive_all(strict)
  note = source()
  note = 'hidden' if strict
  note = 'shown' unless strict || note == 'hidden'
  note = 'none'
  # ok: flow
  sink(note)
end
