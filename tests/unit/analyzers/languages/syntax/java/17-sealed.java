sealed interface Shape permits Circle, Square { int size = before(1); }
final class Circle implements Shape { }
non-sealed class Square implements Shape { void run() { after(1); } }
