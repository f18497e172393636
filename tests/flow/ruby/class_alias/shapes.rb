module Shapes
  class Circle
    def initialize(name)
      @name = name
    end

    def label
      @name
    end
  end

  class Square
    def initialize(name)
      @name = name
    end

    def label
      'square'
    end
  end
end
