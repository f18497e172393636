<?php
// expect: 2 1
// expect: 7
// expect: 9
// expect: 6
// expect: d
// expect: ab
// expect: 3
[$a, $b] = [1, 2];
[$a, $b] = [$b, $a];
echo "$a $b\n";
$n = 7;
$f = function () use ($n) { return $n; };
echo $f(), "\n";
$sum = 0;
$g = function ($x) use (&$sum) { $sum += $x; };
$g(4); $g(5);
echo $sum, "\n";
$h = fn($x) => $x + $n;
echo $h(-1), "\n";
$u = null;
echo $u ?? "d", "\n";
$s = "a"; $s .= "b";
echo $s, "\n";
['k' => $k] = ['k' => 3];
echo $k, "\n";
