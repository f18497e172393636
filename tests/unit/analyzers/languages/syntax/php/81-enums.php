<?php
enum Suit: string implements HasLabel {
    case Hearts = 'H';
    case Spades = 'S';
    const Wild = self::Spades;
    public static function run(): never { before(1); exit; }
}
class B {
    public function __construct(private Logger $log = new NullLogger()) { }
    final public const X = 1;
    function go(A&B $both) { $f = strlen(...); $g = $this->go(...); $n = 0o17; after(1); }
}
