<?php
// expect: 0
// expect: 2
// expect: two
// expect: three
// expect: a=1
// expect: match
// expect: 1
for ($i = 0; $i < 5; $i++) { if ($i == 1) continue; if ($i == 3) break; echo $i, "\n"; }
switch (2) { case 1: echo "one\n"; case 2: echo "two\n"; case 3: echo "three\n"; break; default: echo "d\n"; }
foreach (['a' => 1] as $k => $v) { echo "$k=$v\n"; }
echo match(3) { 1, 2 => "low\n", default => "match\n" };
foreach ([1, 2] as $x) { switch ($x) { case 1: echo "$x\n"; break 2; } }
