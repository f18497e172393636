<?php
// expect: try
// expect: finally
// expect: got
// expect: 5
// expect: bye
function f() { try { echo "try\n"; return "got\n"; } finally { echo "finally\n"; } }
echo f();
class E1 extends Exception { public $message; function __construct($m) { $this->message = $m; } }
try { throw new E1(5); } catch (TypeError $e) { echo "wrong\n"; } catch (E1 $e) { echo $e->message, "\n"; }
echo "bye\n";
exit(0);
echo "never\n";
