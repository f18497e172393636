class Registry
  @@newest = 'none'
  @@version = '1'

  def self.add(name)
    @@newest = name
  end

  def self.newest
    @@newest
  end

  def self.version
    @@version
  end
end

def enroll
  Registry.add(source())
  # ruleid: flow
  sink(Registry.newest)
  # ok: flow
  sink(Registry.version)
end
