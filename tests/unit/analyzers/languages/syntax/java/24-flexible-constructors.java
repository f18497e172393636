class A extends B {
    A(int x) {
        if (x < 0) throw new IllegalArgumentException();
        before(1);
        super(x);
        after(1);
    }
}
