before(1);
class B extends A {
  override accessor name = "";
}
after(1);
