require "securerandom"

def pin
  # ruleid: ruby-weak-random
  rand(10_000)
end

def other_pin
  # ruleid: ruby-weak-random
  Random.rand(10_000)
end

def strong_pin
  # ok: ruby-weak-random
  SecureRandom.random_number(10_000)
end
