/// A *markdown* comment.
class A {
    void run(Object o) { before(1); after(1); }
}
