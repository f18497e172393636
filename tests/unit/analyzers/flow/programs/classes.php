<?php
// expect: 3
// expect: child
// expect: 1,2
class P { public $n = 1; function __construct(private $m) { $this->n = $m + 1; } function who() { return "parent"; } function get() { return $this->n; } }
class C extends P { function who() { return "child"; } }
$c = new C(2);
echo $c->get(), "\n";
echo $c->who(), "\n";
$a = [];
$a[] = 1;
$a[] = 2;
echo $a[0] . "," . $a[1] . "\n";
