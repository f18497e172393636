module Models
  class Ticket
    attr_reader :queue

    def initialize(title, queue)
      @title = title
      @queue = queue
    end

    def summary
      @title[0, 40]
    end
  end
end
