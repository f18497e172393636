class Animal
  def initialize(name)
    @name = name
    @sound = 'silence'
  end
end

class Dog < Animal
  def initialize(name)
    super
    @legs = 'four'
  end

  def introduce
    # ruleid: flow
    sink(@name)
    # ok: flow
    sink(@sound)
    # ok: flow
    sink(@legs)
  end
end

def adopt
  Dog.new(source()).introduce
end
