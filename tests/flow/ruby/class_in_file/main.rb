require_relative 'models/ticket'

def run
  ticket = Models::Ticket.new(source(), 'support')
  # ruleid: flow
  sink(ticket.summary)
  # ok: flow
  sink(ticket.queue)
end
