module Titled
  def entitle(text)
    @title = text
  end

  def heading
    "# #{@title}"
  end
end

class Book
  include Titled

  def shelf
    'A3'
  end
end

def publish
  book = Book.new
  book.entitle(source())
  # ruleid: flow
  sink(book.heading)
  # ok: flow
  sink(book.shelf)
end
