$last_request = 'none'
$region = 'eu'

def receive
  $last_request = source()
end

def report
  # ruleid: flow
  sink($last_request)
  # ok: flow
  sink($region)
end

def run
  receive
  report
end
