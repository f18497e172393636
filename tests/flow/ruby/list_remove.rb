def queue
  jobs = ['first', source(), 'last']
  jobs.shift
  # ruleid: flow
  sink(jobs.first)
  # ok: flow
  sink(jobs[1])
  jobs.unshift('urgent')
  # ok: flow
  sink(jobs[0])
  # ruleid: flow
  sink(jobs[1])
end
