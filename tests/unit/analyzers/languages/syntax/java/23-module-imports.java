import module java.base;
class A { void run() { before(1); after(1); } }
