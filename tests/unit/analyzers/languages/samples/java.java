package com.shop.orders;

import static java.util.Objects.requireNonNull;
import java.io.IOException;
import java.util.*;
import java.util.function.Function;

/** Orders and what they cost. */
@Component("orders")
@SuppressWarnings({"unchecked", "rawtypes"})
public abstract class OrderBook<T extends Comparable<T>> extends Book implements Iterable<T>, AutoCloseable {
  private static final int LIMIT = 0x1F, SMALL = 1_000;
  protected final Map<String, List<? super T>> byName = new HashMap<>();
  volatile double rate = 1.5e-3;
  char mark = 'x';
  String text = """
      a text
      of two lines""";

  static {
    System.loadLibrary("orders");
  }

  enum State { OPEN(1), CLOSED(2) { int code() { return 3; } }; final int code; State(int code) { this.code = code; } }

  record Point(int x, int y) implements Shape {
    Point {
      if (x < 0) throw new IllegalArgumentException("x");
    }
  }

  sealed interface Shape permits Point {}

  @interface Checked { String value() default "all"; int level(); }

  public OrderBook(@Named("db") final Database database, int... sizes) throws IOException {
    super(database);
    this.rate = sizes.length > 0 ? sizes[0] : -1;
  }

  @Override
  @Checked(value = "sum", level = 2)
  public synchronized <R> List<R> total(Collection<? extends T> items, Function<T, R> of) {
    int sum = 0, count;
    int[][] grid = new int[3][4];
    String[] names = {"a", "b"};
    outer:
    for (int i = 0, j = 10; i < j; i++, --j) {
      if (i == 3 && !done || j != 4) continue outer;
      else if (i > 7) break;
      else sum += i << 2;
    }
    for (T item : items) of.apply(item);
    while (sum > 0) sum -= LIMIT;
    do { sum++; } while (sum < 10);
    switch (names.length) {
      case 1:
      case 2:
        count = 1;
        break;
      default:
        count = 0;
    }
    String kind = switch (shape) {
      case Point(int x, int y) when x > y -> "wide";
      case Point p -> { yield "point"; }
      default -> "other";
    };
    try (Connection connection = open(); statement) {
      connection.prepare("select * from t where id = " + sum);
    } catch (IOException | RuntimeException problem) {
      log.error("failed", problem);
      throw problem;
    } finally {
      close();
    }
    synchronized (this) {
      assert sum >= 0 : "negative";
    }
    Object made = new Runnable() {
      @Override public void run() { OrderBook.this.close(); }
    };
    Function<Integer, Integer> twice = x -> x * 2;
    Comparator<T> order = (a, b) -> { return a.compareTo(b); };
    Supplier<List<R>> lists = ArrayList::new;
    if (made instanceof String s && s.isEmpty()) return null;
    var casted = (List<R>) made;
    byName.get("x").stream().filter(Objects::nonNull).map(v -> (int) v).forEach(System.out::println);
    Class<?> type = int[].class;
    return casted;
  }

  abstract void close();
}
