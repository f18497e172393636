record Point(int x, int y) implements Shape {
    static int count = before(1);
    Point { if (x < 0) throw new IllegalArgumentException(); }
    Point(int x) { this(x, 0); }
}
class B {
    void run(Object o) {
        if (o instanceof String s && s.length() > 1) System.out.println(s);
        if (!(o instanceof final Point p)) return;
        enum Local { A, B }
        interface Inner { void go(); }
        after(1);
    }
}
