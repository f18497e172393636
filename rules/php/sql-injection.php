<?php

namespace Shop;

use Illuminate\Http\Request;
use Illuminate\Support\Facades\DB;

class OrderController
{
    public function find(Request $request)
    {
        // ruleid: php-sql-injection
        DB::select("SELECT * FROM orders WHERE customer = '" . $request->input('customer') . "'");
        // ok: php-sql-injection
        DB::select('SELECT * FROM orders WHERE customer = ?', [$request->input('customer')]);
    }
}

function find(\PDO $db)
{
    $customer = $_GET['customer'];
    // ruleid: php-sql-injection
    $db->query("SELECT * FROM orders WHERE customer = '$customer'");
    // ok: php-sql-injection
    $statement = $db->prepare('SELECT * FROM orders WHERE customer = ?');
    $statement->execute([$customer]);
    $number = (int) $_GET['number'];
    // ok: php-sql-injection
    $db->query("SELECT * FROM orders WHERE id = $number");
    save($_POST['note']);
}

function save($note)
{
    $link = mysqli_connect('db');
    // ruleid: php-sql-injection
    mysqli_query($link, "UPDATE orders SET note = '" . $note . "'");
    // ok: php-sql-injection
    mysqli_query($link, "UPDATE orders SET note = '" . mysqli_real_escape_string($link, $note) . "'");
}

function load(\PDO $db)
{
    $line = file_get_contents('orders.txt');
    // ruleid: php-sql-injection-indirect
    $db->exec("DELETE FROM orders WHERE customer = '" . $line . "'");
    // ok: php-sql-injection-indirect
    $db->exec('DELETE FROM orders');
}
