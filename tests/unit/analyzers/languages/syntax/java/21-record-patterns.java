class A {
    String run(Object o) {
        before(1);
        if (o instanceof Line(Point(var a, int b), Point c)) System.out.println(a);
        String text = switch (o) {
            case null -> "null";
            case Integer i when i > 3 -> "big";
            case Point(int x, int y) -> "point";
            case null, default -> "other";
        };
        for (Object each : list) switch (each) { case String s: break; default: }
        after(1);
        return text;
    }
}
