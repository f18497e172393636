<?php
function straight() {
  $a = source();
  $b = "x $a";
  // ruleid: taint-flow
  sink($b);
  $b .= "y";
  // ruleid: taint-flow
  sink($b);
  $b = "z";
  // ok: taint-flow
  sink($b);
  $m["k"] = $a;
  // ruleid: taint-flow
  sink($m["k"]);
  $m["k"] = 1;
  // ok: taint-flow
  sink($m["k"]);
}
function creates() {
  $class = source();
  // ruleid: taint-new
  $object = new $class(1);
  // ok: taint-new
  $object = new Known(1);
}
