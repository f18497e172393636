<?php
class Box {
  public $value;
  static $all = [];
  function __construct(private $id, $value = null) { $this->value = $value; self::$all[] = $this; }
}
['k' => $k, 'l' => [$m]] = $_GET;
list($a, , $c) = $row;
$o->$k = $a ?: $c;
