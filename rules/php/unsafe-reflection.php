<?php

$name = $_GET['export'];
// ruleid: php-unsafe-reflection
call_user_func($name, 'orders');
// ok: php-unsafe-reflection
call_user_func('export_csv', $name);
// ruleid: php-unsafe-reflection
$class = new ReflectionClass($_GET['type']);
