class Folder
  attr_accessor :title, :parent

  def initialize(title)
    @title = title
  end
end

def nest
  folder = Folder.new('work')
  folder.parent = Folder.new('home')
  folder.parent.title = source()
  # ruleid: flow
  sink(folder.parent.title)
  # ok: flow
  sink(folder.title)
end
