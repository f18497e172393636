class Reply
  attr_accessor :body
end

def fill(reply, text)
  reply.body = text
end

def respond
  reply = Reply.new
  fill(reply, source())
  # ruleid: flow
  sink(reply.body)
end

def acknowledge
  reply = Reply.new
  fill(reply, 'received')
  # ok: flow
  sink(reply.body)
end
