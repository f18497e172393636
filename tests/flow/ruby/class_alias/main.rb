require_relative 'shapes'

Round = Shapes::Circle
Circle = Shapes::Square

def run
  # ruleid: flow
  sink(Round.new(source()).label)
  # ok: flow
  sink(Circle.new(source()).label)
end
