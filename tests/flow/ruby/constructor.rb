class Mail
  def initialize(subject, priority)
    @subject = subject
    @priority = priority
  end

  def headline
    "Re: #{@subject}"
  end

  def flag
    "!#{@priority}"
  end
end

def answer
  mail = Mail.new(source(), 'high')
  # ruleid: flow
  sink(mail.headline)
  # ok: flow
  sink(mail.flag)
end
