class Counter {
    void Run() { before(1); }
    public void operator +=(int x) { total += x; }
    public void operator ++() { total++; }
    int total;
    void Go() { after(1); }
}
