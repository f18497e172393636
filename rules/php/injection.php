<?php

function orders($db, $pdo)
{
    // ruleid: php-sql-injection
    $a = mysqli_query($db, "SELECT * FROM orders WHERE customer = '" . $_GET['customer'] . "'");
    // ruleid: php-sql-injection
    $b = $pdo->query("SELECT * FROM orders WHERE id = {$_GET['id']}");
    $sql = "DELETE FROM orders WHERE state = '$_POST[state]'";
    // ruleid: php-sql-injection
    $pdo->exec($sql);
    $statement = $pdo->prepare('SELECT * FROM orders WHERE customer = ?');
    // ok: php-sql-injection
    $statement->execute([$_GET['customer']]);
    // ok: php-sql-injection
    $c = mysqli_query($db, 'SELECT * FROM orders WHERE id = ' . intval($_GET['id']));
    // ok: php-sql-injection
    $d = $cache->query($_GET['key']);
    return [$a, $b, $c, $d];
}

function convert()
{
    // ruleid: php-command-injection
    exec('convert ' . $_GET['file'] . ' out.png', $lines);
    // ruleid: php-command-injection
    $text = shell_exec("ping -c 1 {$_POST['host']}");
    // ok: php-command-injection
    exec('convert ' . escapeshellarg($_GET['file']) . ' out.png', $lines);
    // ok: php-command-injection
    system('uptime');
    return $text;
}

function compute()
{
    // ruleid: php-code-injection
    $total = eval('return ' . $_POST['formula'] . ';');
    // ruleid: php-code-injection
    call_user_func($_GET['action']);
    // ok: php-code-injection
    $data = json_decode($_POST['data'], true);
    // ok: php-code-injection
    call_user_func('refresh', $_GET['id']);
    return [$total, $data];
}

function page($pages)
{
    // ruleid: php-file-inclusion
    include $_GET['page'];
    // ruleid: php-file-inclusion
    require_once 'pages/' . $_GET['page'] . '.php';
    // ok: php-file-inclusion
    include $pages[$_GET['page']];
    // ok: php-file-inclusion
    require_once __DIR__ . '/header.php';
}

function profile()
{
    // ruleid: php-unsafe-deserialization
    $a = unserialize($_COOKIE['profile']);
    // ruleid: php-unsafe-deserialization
    $b = unserialize(base64_decode($_POST['cart']));
    // ok: php-unsafe-deserialization
    $c = unserialize($_COOKIE['profile'], ['allowed_classes' => false]);
    // ok: php-unsafe-deserialization
    $d = unserialize(file_get_contents('/srv/cache/profile'));
    return [$a, $b, $c, $d];
}

function hello()
{
    // ruleid: php-xss-echo
    echo '<h1>Hello ' . $_GET['name'] . '</h1>';
    // ruleid: php-xss-echo
    echo "<p>{$_POST['comment']}</p>";
    // ruleid: php-xss-echo
    print($_GET['text']);
    // ok: php-xss-echo
    echo '<h1>Hello ' . htmlspecialchars($_GET['name']) . '</h1>';
    // ok: php-xss-echo
    echo '<h1>Hello</h1>';
    // ok: php-xss-echo
    echo $form->field($_POST['name']);
    // ruleid: php-xss-echo
    echo trim($_GET['text']);
}

function settings()
{
    // ruleid: php-variable-extraction
    extract($_POST);
    // ruleid: php-variable-extraction
    extract($_GET, EXTR_SKIP);
    // ok: php-variable-extraction
    extract(['theme' => 'dark']);
    // ok: php-variable-extraction
    $theme = $_POST['theme'];
    return $theme;
}
