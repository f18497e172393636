String greeting() { return "hi"; }
void main() {
    before(1);
    IO.println(greeting());
    after(1);
}
