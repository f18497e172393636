package shop;

public class Service {
  private final Repository repository;

  public Service(Repository repository) {
    this.repository = repository;
  }

  void register(String name, String role) {
    repository.insert(new User(name, role));
  }
}
