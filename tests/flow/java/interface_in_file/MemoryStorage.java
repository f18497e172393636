import java.util.HashMap;
import java.util.Map;

class MemoryStorage implements Storage {
  private final Map<String, String> entries = new HashMap<>();

  public void save(String key, String value) {
    entries.put(key, value);
  }

  public String load(String key) {
    return entries.get(key);
  }
}
