<?php
// expect: 6
// expect: 5
// expect: inner
// expect: outer
// expect: neg
// expect: 2
function total(...$xs) { $s = 0; foreach ($xs as $x) $s += $x; return $s; }
echo total(1, 2, 3), "\n";
function named($a, $b = 4) { return $a + $b; }
echo named(a: 1), "\n";
try { try { throw new Exception("x"); } finally { echo "inner\n"; } } catch (Exception $e) { echo "outer\n"; }
$x = -1;
if ($x > 0) { echo "pos\n"; } elseif ($x < 0) { echo "neg\n"; } else { echo "zero\n"; }
$i = 0;
while (true) { if (++$i == 2) break; }
echo $i, "\n";
