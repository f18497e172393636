import a.b.*;

class Scopes {
  void m() {
    // ruleid: scope-wildcard
    Thing.make(1);
    // ok: scope-wildcard
    Other.make(1);
  }
}
