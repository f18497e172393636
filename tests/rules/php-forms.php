<?php
// ruleid: php-form-namespace-app
namespace App;
// ruleid: php-form-use-foo-bar
use Foo\Bar;
// ruleid: php-form-class-extends-base, php-form-class-implements, php-form-class-private-key
class C extends Base implements I {
  // ruleid: php-form-private
  private $key = "secret";
  // ruleid: php-form-const
  const K = "x";
  // ruleid: php-form-function-string, php-form-public-function
  #[Route("/a")]
  public function run(array $list, string $s = "a"): ?string {
    // ruleid: php-form-this, php-form-make-2
    $q = "SELECT {$this->a} FROM t WHERE x = $s";
    // ruleid: php-form-if-else, php-form-echo
    if (!$q) { echo $s; } else { return 1; }
    // ruleid: php-form-foreach-as
    foreach ($list as $k => $v) { f($v); }
    // ruleid: php-form-for
    for ($i = 0; $i < 3; $i++) { g($i); }
    // ruleid: php-form-while-true
    while (true) { h(); }
    // ruleid: php-form-switch-case, php-form-match
    switch ($s) { case 'a': one(); break; default: two(); }
    // ruleid: php-form-try-catch-finally, php-form-make
    try { B::make($q); } catch (E $e) { log($e); } finally { close(); }
    // ruleid: php-form-fn, php-form-fn-2
    $f = fn($x) => $x + 1;
    // ruleid: php-form-fn, php-form-function-use, php-form-fn-2
    $g = function($x) use ($f) { return $x; };
    // ruleid: php-form-new-pdo, php-form-new-pdo-name
    $o = new \PDO($s, name: $q);
    // ruleid: php-form-operator
    $arr = ['a' => 1, 'b' => $s];
    // ruleid: php-form-get-id, php-form-get, php-form-operator-2
    $x = $_GET['id'] ?? 'd';
    // ruleid: php-form-int
    $z = (int)$x;
    // ruleid: php-form-include
    include $s;
    // ruleid: php-form-system
    system("ls " . $s);
    // ruleid: php-form-db-query, php-form-this-db-query, php-form-query-fetch
    $this->db->query($q)->fetch();
    // ruleid: php-form-operator-3
    $obj?->m();
    // ruleid: php-form-list
    list($a, $b) = f();
    // ruleid: php-form-throw-new
    throw new E("a");
    // ruleid: php-form-switch-case, php-form-match
    $m = match($s) { 'a' => 1, default => 2 };
    global $cfg;
    // ruleid: php-form-unset
    unset($a);
    // ruleid: php-form-print
    print $s;
    // ruleid: php-form-operator-4
    $y .= $s;
    // ruleid: php-form-mysql_query, php-form-mysql_query-2
    @mysql_query($q);
    // ruleid: php-form-route-get-function
    Route::get('/x', function() { return 1; });
    // ruleid: php-form-operator-5
    $t = $s === "a" ? 1 : 2;
  }
  abstract function z();
}
// ruleid: php-form-function-top-return-eval
function top(&$x, ...$rest) { return eval($x); }
// ruleid: php-form-interface
interface I2 { }
// ruleid: php-form-trait
trait T { }
// ruleid: php-form-any-list
run_list([1, $x]);
// ruleid: php-form-any-list
run_list(["a" => $x]);
// ok: php-form-any-list
run_list("text $x");
// ok: php-form-any-list
run_list($list);
