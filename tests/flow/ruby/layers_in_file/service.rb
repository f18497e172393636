require_relative 'repository'

class Service
  def initialize(repository: Repository.new)
    @repository = repository
  end

  def register(name)
    @repository.insert(name: name, role: 'guest')
  end
end
