// expect: use
// expect: disposed
// expect: filtered
// expect: finally
// expect: rethrown
class R { public void Dispose() { Console.WriteLine("disposed"); } }
class MyException : Exception { public MyException(string m) { this.message = m; } string message; }
class P {
  static void F() {
    try { throw new MyException("x"); }
    catch (MyException e) when (1 > 2) { Console.WriteLine("wrong"); }
    catch (MyException e) { Console.WriteLine("filtered"); throw; }
    finally { Console.WriteLine("finally"); }
  }
  static void Main() {
    using (var r = new R()) { Console.WriteLine("use"); }
    try { F(); } catch (Exception e) { Console.WriteLine("rethrown"); }
  }
}
