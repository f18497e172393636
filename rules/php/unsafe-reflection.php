<?php

$name = $_GET['export'];
// ruleid: php-unsafe-reflection
call_user_func($name, 'orders');
// ok: php-unsafe-reflection
call_user_func('export_csv', $name);
// ruleid: php-unsafe-reflection
$class = new ReflectionClass($_GET['type']);

function run($orders)
{
    $action = $_GET['action'];
    // ruleid: php-unsafe-reflection
    $orders->$action();
    $kind = $_GET['kind'];
    // ruleid: php-unsafe-reflection
    $made = new $kind();
    $table = ['csv' => 'export_csv'];
    $export = $table[$_GET['as']];
    // ok: php-unsafe-reflection
    $export($orders);
}
