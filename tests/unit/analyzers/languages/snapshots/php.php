<p><?= $name ?></p>
<?php
namespace App;
use Foo\{Bar as B};
class C extends B {
  private ?string $a = "x";
  public function run(array $list, int ...$rest): void {
    $q = "SELECT {$this->a} FROM $list[0]" . $_GET['x'];
    if (!$q) { echo 1, 2; } elseif (EXEC($q)) exit(1);
    foreach ($list as $k => $v) { $r = ['a' => 1, ...$v]; }
    try { B::make(new \D(name: $q)); } catch (E | F $e) { throw $e; }
    $f = fn($x) => `ls $x`;
  }
}
