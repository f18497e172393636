class A {
    void run(Object o) {
        before(1);
        try { go(); } catch (Exception _) { }
        if (o instanceof Point(int x, _)) System.out.println(x);
        java.util.function.Function<String, Integer> f = _ -> 1;
        for (var _ : list) count++;
        after(1);
    }
}
