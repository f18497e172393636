class User
  attr_accessor :name, :city
end

def greet
  user = User.new
  user&.name = source()
  user&.city = 'Rome'
  # ruleid: flow
  sink(user&.name&.strip)
  # ok: flow
  sink(user&.city&.strip)
end
