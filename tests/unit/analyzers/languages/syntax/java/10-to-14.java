class A {
    int run(String day) {
        before(1);
        var list = new java.util.ArrayList<String>();
        int n = switch (day) {
            case "a", "b" -> 1;
            case "c" -> { System.out.println(day); yield 2; }
            default -> throw new IllegalStateException();
        };
        java.util.function.BiFunction<Integer, Integer, Integer> f = (var x, var y) -> x + y;
        after(1);
        return n;
    }
}
