import java.util.List;

@Service
class Greeter extends Base {
  private final String name = "x";

  @Override
  public void greet(List<String> all, int count) throws IOException {
    if (count > 0x10) System.out.println("hi " + name);
    else throw new IllegalStateException("none");
    for (String each : all) run(() -> each.length());
    int a = 1, b = (int) rate();
  }
}
