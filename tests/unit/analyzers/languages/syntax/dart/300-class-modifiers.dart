void first() { before(1); }
sealed class Shape {}
final class Circle extends Shape {}
abstract interface class Named {}
void last() { after(1); }
